"""A closed newsroom: nothing of the dossier is answered before someone signed in who may read."""

from __future__ import annotations

import http.cookiejar
import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.exceptions import InvalidStatus

from benchmarks.serving import free_port
from components.first.routes import FIRST_ROUTES
from components.web.api import API_ROUTES
from components.web.pictures import PICTURE_ROUTES
from components.web.sign_in import is_allowed, is_identity, is_own_address
from dossier.reading.store import current_dossier
from tests.deploy.provider import CLIENT, SECRET, Provider, provider
from tests.deploy.running import Running, answer, running
from tests.deploy.socket_reader import SocketReader, shows_events

COOKIE_SECRET = "a secret for signing cookies, long enough"
SECRETS = """
[auth]
redirect_uri = "{base}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[dossier_sign_in]
allowed = [{allowed}]
"""
PATHS = (
    "/", "/?event=libe-hearing", "/figures", "/documents", "/briefing", "/data", "/nowhere",
    "/api/events.json", "/api/events/libe-hearing.json", "/api/figures.json", "/api/none",
    "/export/events.csv", "/export/figures.csv", "/export/dossier.zip", "/corrections.atom",
    "/robots.txt", "/sitemap.xml", "/_stcore/host-config", "/_stcore/metrics", "/media/x",
    "/component/x/y", "//api/events.json", "/API/events.json", "/./api/events.json",
    "/auth/login/../../api/events.json", "/ready/../api/events.json", "/static/index.html",
    "/_stcore/health/../../api/events.json", "/assets/0/timeline/timeline.js",
)  # fmt: skip


ROUTES = [*FIRST_ROUTES, *PICTURE_ROUTES, *API_ROUTES]
# Every route that there is, with a word in place of what its address leaves open.
PATHS += tuple(re.sub(r"\{\w+(:path)?\}", "x", route.path) for route in ROUTES)


def secrets(folder: Path, port: int, provider: Provider, allowed: str) -> str:
    path = folder / "secrets.toml"
    base = f"http://127.0.0.1:{port}"
    path.write_text(
        SECRETS.format(
            base=base, cookie_secret=COOKIE_SECRET, client=CLIENT, secret=SECRET,
            provider=provider.base, allowed=allowed,
        ),
        "utf-8",
    )  # fmt: skip
    return f"--secrets.files={path}"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("newsroom")
    port = free_port()
    with provider("reporter@newsroom.example") as known:
        option = secrets(folder, port, known, '"@newsroom.example"')
        log = folder / "log"
        with running(log, port=port, options=(option,), DOSSIER_SIGN_IN="required") as one:
            yield one


def signed(**person: object) -> str:
    return create_signed_value(COOKIE_SECRET, "_streamlit_user", json.dumps(person)).decode()


def browser() -> tuple[urllib.request.OpenerDirector, http.cookiejar.CookieJar]:
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)), jar


def signed_in(newsroom: Running, path: str) -> tuple[str, str, dict[str, str]]:
    """Ask for an address, follow the way to sign in, and say where that led and to what."""
    opener, jar = browser()
    asked = urllib.request.Request(newsroom.base + path, headers={"Accept": "text/html"})
    with pytest.raises(urllib.request.HTTPError) as refused:  # type: ignore[attr-defined]
        opener.open(asked)
    page = refused.value.read().decode()
    link = page.partition('href="./auth/login?')[2].partition('"')[0].replace("&amp;", "&")
    with opener.open(f"{newsroom.base}/auth/login?{link}") as answered:
        body = answered.read().decode()
        return answered.url, body, {each.name: each.value or "" for each in jar}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_leaks_to_a_stranger(newsroom: Running, path: str):
    dossier = current_dossier()
    status, body, headers = answer(newsroom.base + path)
    assert status in (401, 404)
    assert "public" not in headers.get("cache-control", "")
    for private in (dossier.about.title, dossier.events["title"].iloc[0], "libe-hearing"):
        assert private not in body.decode("utf-8", "replace")


def test_only_health_is_open(newsroom: Running):
    assert answer(f"{newsroom.base}/ready")[0] == 200
    assert answer(f"{newsroom.base}/_stcore/health")[0] == 200


def test_a_stranger_gets_no_socket(newsroom: Running):
    with pytest.raises(InvalidStatus) as refused:
        SocketReader(newsroom.base)
    assert refused.value.response.status_code == 403


def forged(base: str) -> dict[str, str]:
    """Cookies that look like an identity and are none, by what is wrong with them."""
    named = {"is_logged_in": True, "origin": base, "email": "a@newsroom.example"}
    text = json.dumps(named)
    return {
        "unsigned": text,
        "signed by another": create_signed_value("another", "_streamlit_user", text).decode(),
        "signed for another name": create_signed_value(COOKIE_SECRET, "x", text).decode(),
        "not signed in": signed(**{**named, "is_logged_in": False}),
        "signed in, said as a word": signed(**{**named, "is_logged_in": "true"}),
        "from another address": signed(**{**named, "origin": "https://elsewhere.example"}),
        "from no address": signed(is_logged_in=True, email="a@newsroom.example"),
        "cut short": signed(**named)[:-1],
    }


@pytest.mark.parametrize("wrong", forged(""))
def test_a_forged_cookie_opens_nothing(newsroom: Running, wrong: str):
    header = f"_streamlit_user={forged(newsroom.base)[wrong]}"
    assert answer(f"{newsroom.base}/api/events.json", Cookie=header)[0] == 401
    with pytest.raises(InvalidStatus):
        SocketReader(newsroom.base, additional_headers={"Cookie": header})


def test_someone_else_whom_the_provider_knows_may_not_read(newsroom: Running):
    for mail in ("a@elsewhere.example", "newsroom.example", "a@newsroom.example.elsewhere"):
        cookie = signed(is_logged_in=True, origin=newsroom.base, email=mail)
        got = answer(f"{newsroom.base}/api/events.json", Cookie=f"_streamlit_user={cookie}")
        assert got[0] == 401, mail


def test_a_reporter_signs_in_and_comes_back_to_the_address_asked_for(newsroom: Running):
    url, page, cookies = signed_in(newsroom, "/?event=libe-hearing&lanes=actor")
    assert url == f"{newsroom.base}/?event=libe-hearing&lanes=actor"
    assert "LIBE" in page
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    status, body, headers = answer(f"{newsroom.base}/api/events.json", Cookie=header)
    assert (status, b"libe-hearing" in body) == (200, True)
    assert "private" in headers["cache-control"]
    assert "cookie" in headers["vary"].lower()
    with SocketReader(newsroom.base, additional_headers={"Cookie": header}) as reader:
        assert shows_events(reader.ask())
    assets = page.partition("./assets/")[2].partition('"')[0]
    kept = answer(f"{newsroom.base}/assets/{assets}", Cookie=header)[2]["cache-control"]
    assert "public" not in kept


def test_secrets_that_go_missing_do_not_open_the_door(newsroom: Running, tmp_path: Path):
    option = next(each for each in newsroom.options if each.startswith("--secrets.files="))
    path = Path(option.partition("=")[2])
    text = path.read_text("utf-8")
    path.unlink()
    try:
        assert answer(f"{newsroom.base}/api/events.json")[0] == 401
        forged = create_signed_value("", "_streamlit_user", '{"is_logged_in": true}').decode()
        cookie = f"_streamlit_user={forged}"
        assert answer(f"{newsroom.base}/api/events.json", Cookie=cookie)[0] == 401
    finally:
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "text", ["", "[auth\n", '[auth]\nclient_id = "one"\n', "[other]\nkey = 1\n"]
)
def test_a_sign_in_that_cannot_work_does_not_start(tmp_path: Path, text: str):
    path = tmp_path / "secrets.toml"
    path.write_text(text, "utf-8")
    one = Running(
        tmp_path / "log", options=(f"--secrets.files={path}",), DOSSIER_SIGN_IN="required"
    ).start()
    assert one.process
    try:
        assert one.process.wait(timeout=120) != 0
    finally:
        one.kill()
    assert "SignInError" in "\n".join(one.said()) or "StreamlitAuthError" in "\n".join(one.said())


def test_the_log_names_nobody(newsroom: Running):
    said = "\n".join(newsroom.said())
    assert "sign-in is on" in said
    for private in ("reporter@", "libe-hearing", "code0", COOKIE_SECRET, SECRET):
        assert private not in said


def test_who_may_read_is_told_by_the_whole_address_or_its_place():
    listed = ["a@one.example", "@two.example"]
    assert is_allowed({"email": "A@One.example "}, listed)
    assert is_allowed({"email": "b@two.example", "email_verified": True}, listed)
    assert is_allowed({}, [])
    for person in (
        {"email": "b@one.example"},
        {"email": "b@two.example", "email_verified": False},
        {"email": "@two.example"},
        {},
    ):
        assert not is_allowed(person, listed), person


def test_only_an_address_of_ours_is_led_back_to():
    assert is_own_address("/?event=libe-hearing&q=%C3%A6")
    for wanted in (
        "//elsewhere.example",
        "/\\elsewhere",
        "https://elsewhere.example",
        "",
        "/\r\nx",
    ):
        assert not is_own_address(wanted), wanted
    assert is_identity("_streamlit_user=signed; Path=/")
    assert not is_identity('_streamlit_user=""; Path=/')
