"""Ask the process in this container whether readers can be sent to it; 0 means yes."""

from __future__ import annotations

import os
import sys
import urllib.request

SECONDS = 2


def is_ready() -> bool:
    """Whether /ready answers with 200, at the port and in the folder that Streamlit is told."""
    port = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
    folder = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    address = f"http://127.0.0.1:{port}/{folder}/ready".replace("//ready", "/ready")
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            return bool(answer.status == 200)
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_ready() else 1)
