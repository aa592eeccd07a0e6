"""Links: what stands in the address of a document, and in the descriptor."""

from __future__ import annotations

from tests.hostile.cases import Case, cells

KIND = "links"

UNSAFE = {
    "a script": "javascript:alert(1)",
    "a script in capitals": "JaVaScRiPt:alert(1)",
    "a script after a space": " javascript:alert(1)",
    "a script with a line break": "java\nscript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "vbscript": "vbscript:msgbox(1)",
    "a file": "file:///etc/passwd",
    "a blob": "blob:https://evil.example/1",
    "no scheme": "//evil.example/x",
    "a bare host": "www.evil.example",
    "a path": "/etc/passwd",
    "a path of Windows": "\\\\evil.example\\share",
    "ftp": "ftp://evil.example/x",
    "mail": "mailto:a@evil.example",
    "a name and a password": "https://user:secret@evil.example/",
    "a host that pretends": "https://ft.dk@evil.example/",
    "a scheme and nothing": "https://",
    "a broken attribute": 'https://evil.example/"onmouseover="alert(1)',
    "markup": "https://evil.example/<script>alert(1)</script>",
    "a space inside": "https://evil.example/a b",
    "a backslash": "https:\\\\evil.example\\",
    "one stroke": "https:/evil.example",
    "a Markdown link": "[x](https://evil.example)",
}

CASES = (
    *(
        Case(
            f"address: {name}",
            KIND,
            cells("documents", url=url),
            "rejected",
            "constraint-error",
            table="documents",
            row=2,
            column="url",
        )
        for name, url in UNSAFE.items()
    ),
    Case(
        "address: with a turned direction",
        KIND,
        cells("documents", url="https://example.org/\u202egpj.exe"),
        "warned",
        "odd-character",
        table="documents",
        row=2,
    ),
    Case(
        "address: a good one",
        KIND,
        cells("documents", url="https://www.ft.dk/a?b=c&d=e#f"),
        "inert",
        table="documents",
        text="https://www.ft.dk/a?b=c&d=e#f",
    ),
)
