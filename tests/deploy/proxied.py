"""Two processes behind a real nginx that runs the configuration of deploy/nginx."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.serving import free_port
from tests.deploy.running import ROOT, Running, answer, running

SHIPPED = ROOT / "deploy/nginx"
READY_SECONDS = 30
PLACES = ("one", "two")


def find_nginx() -> str | None:
    """The path of an nginx, or None where there is none."""
    named = os.environ.get("NGINX")
    if named:
        return named if Path(named).exists() else None
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


class Proxied:
    """nginx and the processes behind it, by the names that the configuration gives them."""

    def __init__(self, base: str, processes: dict[str, Running]) -> None:
        self.base = base
        self.processes = processes


@contextmanager
def proxied(folder: Path, path: str = "", **env: str) -> Iterator[Proxied]:
    """nginx in front of two healthy processes, all gone at the end."""
    options = (f"--server.baseUrlPath={path}",) if path else ()
    with ExitStack() as stack:
        processes = {
            place: stack.enter_context(
                running(folder / f"{place}.log", options=options, path=path, **env)
            )
            for place in PLACES
        }
        port = free_port()
        nginx = start_nginx(folder / "nginx", port, {n: p.port for n, p in processes.items()})
        stack.callback(stop_nginx, nginx)
        base = f"http://127.0.0.1:{port}" + (f"/{path}" if path else "")
        until_served(base, nginx)
        yield Proxied(base, processes)


def start_nginx(prefix: Path, port: int, ports: dict[str, int]) -> subprocess.Popen[bytes]:
    """Start nginx with the shipped files, and other ports, in a folder of its own."""
    found = find_nginx()
    assert found, "no nginx: see tests/deploy/get_nginx.sh"
    prefix.mkdir()
    for name in ("nginx.conf", "listen.conf", "processes.conf"):
        text = (SHIPPED / name).read_text("utf-8")
        (prefix / name).write_text(with_ports(text, port, ports), "utf-8")
    command = [found, "-p", f"{prefix}/", "-c", str(prefix / "nginx.conf")]
    own = "daemon off; user root;" if os.geteuid() == 0 else "daemon off;"
    return subprocess.Popen([*command, "-g", own])


def with_ports(text: str, port: int, ports: dict[str, int]) -> str:
    """The shipped text with a test's ports, and loopback in place of the containers' names."""
    text = re.sub(r"^listen 8080;", f"listen 127.0.0.1:{port};", text, flags=re.M)
    for place, shipped in zip(PLACES, ("8501", "8502"), strict=True):
        text = text.replace(f"{place}:{shipped}", f"127.0.0.1:{ports[place]}")
        text = text.replace(f"~:{shipped}$", f"~:{ports[place]}$")
    return text


def stop_nginx(nginx: subprocess.Popen[bytes]) -> None:
    nginx.terminate()
    nginx.wait(timeout=READY_SECONDS)


def until_served(base: str, nginx: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends:
        assert nginx.poll() is None, "nginx ended"
        try:
            if answer(f"{base}/_stcore/health")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("nginx did not serve")
