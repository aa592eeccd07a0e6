from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_python_without_the_packages_is_told_so_without_a_traceback():
    command = [sys.executable, "-S", "-m", "dossier", "check", "data"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "is not installed for this Python" in said.stderr
    assert "Traceback" not in said.stderr + said.stdout
