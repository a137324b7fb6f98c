"""The program itself: `python -m app`, started as the image starts it."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process

import httpx
import pytest

from app.modules.core.settings import Settings
from tests.databases import connect
from tests.support import EMAIL, ENVIRONMENT, PASSWORD, eventually

BASE = "http://127.0.0.1:8000"


def environment(settings: Settings, **changes: str) -> dict[str, str]:
    own = {**os.environ, **ENVIRONMENT, "DB_HOST": settings.db_host, "DB_NAME": settings.db_name}
    return {**own, "DB_PASSWORD": settings.db_password, **changes}


async def start(env: dict[str, str]) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-OO", "-m", "app", env=env, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
    )


async def finish(process: Process) -> str:
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(10):
        output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
    return output.decode()


async def answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/readyz")).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.parametrize("name", ["DB_PASSWORD", "SECRET_KEY", "CONTROL_TOKEN"])
async def test_it_refuses_to_start_with_a_weak_secret_and_says_which(settings: Settings, name: str) -> None:
    process = await start(environment(settings, **{name: "change-me-canary"}))
    output, _ = await process.communicate()
    assert process.returncode == 78
    assert f"  {name} is a placeholder" in output.decode()
    assert "canary" not in output.decode()
    assert "Traceback" not in output.decode()


async def test_it_serves_stops_on_sigterm_and_never_logs_a_secret(settings: Settings) -> None:
    process = await start(environment(settings, LOG_LEVEL="DEBUG"))
    secrets = {settings.db_password, ENVIRONMENT["SECRET_KEY"], ENVIRONMENT["CONTROL_TOKEN"], PASSWORD}
    bodies: list[str] = []
    async with httpx.AsyncClient(base_url=BASE, headers={"x-requested-with": "cms-admin"}) as client:
        await eventually(lambda: answers(client))
        bearer = {"authorization": f"Bearer {ENVIRONMENT['CONTROL_TOKEN']}"}
        link = (await client.post("/internal/setup-links", headers=bearer)).json()
        client.headers["origin"] = BASE
        setup = {"token": link["token"], "name": "Ada", "email": EMAIL, "password": PASSWORD}
        first = await client.post("/api/setup", json=setup)
        assert first.status_code == 201
        secrets |= {link["token"], first.cookies["cms_session"]}
        for method, path, body in (
            ("GET", "/internal/status", None),
            ("POST", "/api/session", {"email": EMAIL, "password": "canary-wrong-password"}),
            ("POST", "/api/setup", setup),
            ("POST", "/api/setup", {"token": "canary-guess", "password": 7}),
            ("GET", f"/api/entries?cursor={link['token']}", None),
            ("GET", f"/?{ENVIRONMENT['SECRET_KEY']}", None),
            ("GET", "/nope", None),
            ("PUT", "/api/site", {"title": "\u0000"}),
        ):
            answer = await client.request(method, path, json=body)
            bodies.append(answer.text)
            assert "date" not in answer.headers
            assert "server" not in answer.headers
    output = await finish(process)
    for secret in secrets | {"canary-wrong-password", "canary-guess"}:
        assert secret not in output
        assert not any(secret in body for body in bodies)
    entries = [json.loads(line) for line in output.splitlines()]
    assert any(entry["message"] == "ready" for entry in entries)
    requests = [entry for entry in entries if entry["logger"] == "access"]
    # What probes and Freehold's own minute ask is not told; the last one's answer came just before the signal.
    assert [(entry["method"], entry["path"], entry["status"]) for entry in requests] == [
        ("POST", "/internal/setup-links", 201),
        ("POST", "/api/setup", 201),
        ("POST", "/api/session", 401),
        ("POST", "/api/setup", 410),
        ("POST", "/api/setup", 422),
        ("GET", "/api/entries", 422),
        ("GET", "/", 200),
        ("GET", "/nope", 404),
        ("PUT", "/api/site", 422),
    ]
    assert all(entry["requestId"] for entry in requests)


async def test_it_keeps_out_what_costs_memory_and_is_not_used(settings: Settings) -> None:
    code = (
        "import sys; from app.lean import prepare_imports; prepare_imports();"
        "import app.application, app.server;"
        "heavy = {'sqlalchemy.orm', 'alembic', 'email_validator', 'markdown_it', 'jinja2', 'nh3', 'argon2', 'tomllib', 'PIL', 'python_multipart', 'multiprocessing',"
        "'app.modules.media.service', 'app.modules.media.router', 'app.modules.media.public', 'app.modules.media.library',"
        "'app.modules.core.outbox', 'app.modules.audit.service', 'app.modules.webhooks.service', 'app.modules.identity.api_tokens', 'app.modules.identity.router', 'app.modules.content.router', 'app.modules.content.service', 'app.modules.content.schemas',"
        "'app.modules.publishing.service', 'app.modules.revisions.service', 'app.modules.seo.router', 'app.modules.site.blog', 'app.modules.internal.router'};"
        "print(sorted(heavy & {name for name, module in sys.modules.items() if module}));"
        # What Freehold asks each minute brings nothing of people's screens along.
        "import app.modules.internal.router;"
        "print(sorted((heavy - {'app.modules.internal.router'}) & {name for name, module in sys.modules.items() if module}))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, env=environment(settings), stdout=PIPE
    )
    output, _ = await process.communicate()
    assert output.decode() == "[]\n[]\n"


async def test_a_request_in_flight_is_finished_on_sigterm(settings: Settings) -> None:
    process = await start(environment(settings))
    database = await connect(settings.db_name)

    async def is_somebody_waiting() -> bool:
        waiting = "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'published_entries'::regclass AND NOT granted)"
        return bool(await database.fetchval(waiting))

    async with httpx.AsyncClient(base_url=BASE) as client, httpx.AsyncClient(base_url=BASE) as late:
        await eventually(lambda: answers(client))
        async with database.transaction():
            await database.execute("LOCK TABLE published_entries")
            request = asyncio.create_task(client.get("/"))
            await eventually(is_somebody_waiting)
            process.send_signal(signal.SIGTERM)

            async def is_closed() -> bool:
                return not await answers(late)

            await eventually(is_closed)
        assert (await request).status_code == 200
    await database.close()
    await process.communicate()
    assert process.returncode == 0
