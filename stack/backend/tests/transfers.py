"""Archives in tests: made, taken apart, sent."""

import io
import json
import zipfile
from typing import Any

from tests.support import Browser, eventually


type Members = dict[str, bytes]


async def ended(browser: Browser, job: dict[str, Any]) -> dict[str, Any]:
    """The job once it is over."""
    found: dict[str, Any] = {}

    async def is_over() -> bool:
        nonlocal found
        found = (await browser.get(f"/api/transfer/jobs/{job['id']}")).json()
        return found["status"] in ("done", "failed")

    await eventually(is_over, 60)
    return found


async def export(browser: Browser, **options: object) -> bytes:
    asked = await browser.post("/api/transfer/exports", options)
    assert asked.status_code == 202, asked.text
    job = await ended(browser, asked.json())
    assert job["status"] == "done", job
    file = await browser.get(f"/api/transfer/jobs/{job['id']}/file")
    assert (file.status_code, file.headers["content-type"]) == (200, "application/zip")
    assert (len(file.content), job["hasFile"]) == (job["bytes"], True)
    return file.content


async def send(browser: Browser, content: bytes, query: str = "") -> Any:
    return await browser.http.post(f"/api/transfer/imports?name=site.zip{query}", content=content)


async def bring(browser: Browser, content: bytes, query: str = "") -> dict[str, Any]:
    asked = await send(browser, content, query)
    assert asked.status_code == 202, asked.text
    return await ended(browser, asked.json())


def outcomes(job: dict[str, Any]) -> set[str]:
    assert job["status"] == "done", job
    return {item["outcome"] for item in job["report"]["items"] if item["kind"] != "author"}


def unpacked(content: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(members: Members) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def relisted(members: Members) -> Members:
    """With a manifest that fits, as somebody writes it who means harm."""
    import hashlib

    told = json.loads(members["manifest.json"])
    told["files"] = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in members.items()
        if name != "manifest.json"
    ]
    return {**members, "manifest.json": json.dumps(told).encode()}
