"""The container, compose and Kubernetes files say what deploy/README.md promises."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from components.web.drain import PATIENCE
from components.web.ready import READY_ROUTE
from tests.deploy.running import ROOT

DEPLOY = ROOT / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
README = (DEPLOY / "README.md").read_text("utf-8")
USER = 10001


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


COMPOSE = read(DEPLOY / "compose.yaml")
PROCESSES = [COMPOSE["services"][name] for name in ("one", "two")]
POD = read(KUBERNETES / "deployment.yaml")["spec"]["template"]["spec"]
CONTAINER = POD["containers"][0]
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))


def test_every_file_is_read_and_of_a_known_kind():
    kinds = {path.name: read(path)["kind"] for path in KUBERNETES.glob("*.yaml")}
    assert set(kinds.values()) == {
        "Deployment", "Service", "Ingress", "PodDisruptionBudget", "HorizontalPodAutoscaler",
        "NetworkPolicy", "Kustomization",
    }  # fmt: skip
    listed = set(read(KUBERNETES / "kustomization.yaml")["resources"])
    assert listed == set(kinds) - {"kustomization.yaml"}


def test_the_container_copies_what_there_is_and_pins_what_it_installs():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINERFILE, re.M)
    missing = [name for names in copied for name in names.split() if not (ROOT / name).exists()]
    assert missing == []
    for name in re.findall(r"-r (\S+)", CONTAINERFILE):
        lines = (ROOT / name).read_text("utf-8").splitlines()
        wanted = [line for line in lines if line and not line.startswith(("#", "-c"))]
        assert all("==" in line for line in wanted), name
        assert "-c constraints.txt" in lines, name


def test_the_container_is_nobody_in_particular_and_asks_for_its_health():
    assert re.search(rf"^USER {USER}:{USER}$", CONTAINERFILE, re.M)
    assert re.search(r"^HEALTHCHECK .*\\\n +CMD .*deploy/healthy.py", CONTAINERFILE, re.M)
    assert "hideWelcomeMessage".upper() in CONTAINERFILE.replace("_", "")
    ignored = (DEPLOY / "Containerfile.dockerignore").read_text("utf-8").splitlines()
    assert ignored[0] == "*"
    assert "**/.streamlit/secrets.toml" in ignored


@pytest.mark.parametrize("process", PROCESSES, ids=["one", "two"])
def test_a_composed_process_has_limits_and_nothing_to_write_to(process: dict[str, Any]):
    assert process["read_only"] is True
    assert process["user"] == f"{USER}:{USER}"
    assert process["cap_drop"] == ["ALL"]
    assert process["security_opt"] == ["no-new-privileges:true"]
    assert {"mem_limit", "pids_limit", "cpus", "ulimits"} <= process.keys()
    assert process["networks"] == ["inside"]
    assert "ports" not in process
    assert int(process["stop_grace_period"].removesuffix("s")) > PATIENCE


def test_the_processes_have_no_way_out_and_the_ports_that_nginx_knows():
    assert COMPOSE["networks"]["inside"]["internal"] is True
    known = (DEPLOY / "nginx/processes.conf").read_text("utf-8")
    for name, process in zip(("one", "two"), PROCESSES, strict=True):
        port = process["environment"]["STREAMLIT_SERVER_PORT"]
        assert known.count(f"server {name}:{port}") == 3
        assert f"~:{port}$ {name};" in known


def test_a_pod_is_closed_up_and_ends_in_time():
    outer, inner = POD["securityContext"], CONTAINER["securityContext"]
    assert (outer["runAsNonRoot"], outer["runAsUser"]) == (True, USER)
    assert inner["readOnlyRootFilesystem"] is True
    assert inner["allowPrivilegeEscalation"] is False
    assert inner["capabilities"] == {"drop": ["ALL"]}
    assert POD["automountServiceAccountToken"] is False
    assert {"cpu", "memory"} <= CONTAINER["resources"]["requests"].keys()
    assert "memory" in CONTAINER["resources"]["limits"]
    wait = int(CONTAINER["lifecycle"]["preStop"]["exec"]["command"][1])
    assert POD["terminationGracePeriodSeconds"] > wait + PATIENCE


def test_a_pod_is_asked_where_the_program_answers():
    assert CONTAINER["readinessProbe"]["httpGet"]["path"] == READY_ROUTE.path
    # Reading a large dossier is no reason to start a pod anew.
    for probe in ("startupProbe", "livenessProbe"):
        assert CONTAINER[probe]["httpGet"]["path"] == "/_stcore/health"


def test_readers_stick_and_the_way_in_is_as_wide_as_the_program_says():
    notes = read(KUBERNETES / "ingress.yaml")["metadata"]["annotations"]
    by_name = {name.rpartition("/")[2]: value for name, value in notes.items()}
    assert by_name["affinity"] == "cookie"
    assert by_name["session-cookie-change-on-failure"] == "true"
    upload = CONFIG["server"]["maxUploadSize"]
    nginx = (DEPLOY / "nginx/nginx.conf").read_text("utf-8")
    assert by_name["proxy-body-size"] == f"{upload + 1}m"
    assert f"client_max_body_size {upload + 1}m;" in nginx


def test_there_are_always_two_and_never_none():
    scale = read(KUBERNETES / "autoscaler.yaml")["spec"]
    assert scale["minReplicas"] >= 2
    assert scale["maxReplicas"] > scale["minReplicas"]
    assert read(KUBERNETES / "disruption.yaml")["spec"]["minAvailable"] >= 1
    rolling = read(KUBERNETES / "deployment.yaml")["spec"]["strategy"]["rollingUpdate"]
    assert rolling["maxUnavailable"] == 0


def test_nothing_leaves_a_pod_unless_it_must_ask_who_signs_in():
    assert read(KUBERNETES / "networkpolicy.yaml")["spec"]["egress"] == []
    closed = read(KUBERNETES / "closed/deployment.yaml")["spec"]["template"]["spec"]
    container = closed["containers"][0]
    assert {"name": "DOSSIER_SIGN_IN", "value": "required"} in container["env"]
    assert container["args"] == ["--secrets.files=/secrets/secrets.toml"]


def test_the_example_of_secrets_holds_none():
    example = tomllib.loads((DEPLOY / "secrets.example.toml").read_text("utf-8"))
    assert {example["auth"][name] for name in ("client_id", "client_secret", "cookie_secret")} == {
        ""
    }
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    assert "secrets.toml" in ignored


def test_the_page_names_what_there_is():
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert [link for link in links if not (DEPLOY / link).exists()] == []
    modules = set(re.findall(r"python -m benchmarks\.(\w+)", README))
    assert {"rush", "steady", "crowd", "faults"} <= modules
    assert [name for name in modules if not (ROOT / f"benchmarks/{name}.py").exists()] == []
    for name in set(re.findall(r"`(DOSSIER_[A-Z_]+)`", README)):
        used = [
            path
            for folder in ("components", "dossier")
            for path in (ROOT / folder).rglob("*.py")
            if name in path.read_text("utf-8")
        ]
        assert used, name
