"""README's tree and commands are true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
TREE = re.search(r"```text\n(app\.py.*?)```", README, re.S)


def tree_paths() -> list[str]:
    assert TREE, "README has no tree"
    lines = [line for line in TREE.group(1).splitlines() if line.strip()]
    stack: list[str] = []
    paths = []
    for line in lines:
        depth = (len(line) - len(line.lstrip(" "))) // 2
        name = line.split()[0]
        stack = [*stack[:depth], name.rstrip("/")]
        paths.append("/".join(stack))
    return paths


def test_every_path_in_the_tree_exists():
    missing = [path for path in tree_paths() if not (ROOT / path).exists()]
    assert missing == []


def test_every_folder_and_file_at_the_top_is_in_the_tree():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    tops = {line.split("/")[0] for line in listed}
    assert tops - set(tree_paths()) - {".gitignore"} == set()


def test_every_make_word_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    words = set(re.findall(r"`(?:[A-Z]+=\S+ )?make ([a-z]+)", README))
    assert {"run", "test"} <= words
    assert [word for word in words if not re.search(rf"^{word}:", makefile, re.M)] == []


def test_every_dossier_command_is_understood():
    commands = set(re.findall(r"python -m dossier ([a-z]+)", README))
    assert "check" in commands
    for command in commands:
        said = subprocess.run(
            [sys.executable, "-m", "dossier", command, "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert said.returncode == 0, command


def test_every_local_link_leads_somewhere():
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_package_registry_is_named():
    hosts = ("pypi" + ".org", "files.python" + "hosted", "npm" + "js.com", "deb" + "ian.org")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    for name in listed:
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        assert not any(host in text for host in hosts), name
