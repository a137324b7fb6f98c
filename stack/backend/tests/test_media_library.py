"""Files in the library: described, found, used and deleted."""

import hashlib
import shutil
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from app.modules.core.settings import Settings
from app.modules.media import store
from tests.pictures import PDF, picture
from tests.support import Browser, error_code, on_disk
from tests.test_audit import log


async def test_a_file_is_described_moved_and_found(admin: Browser) -> None:
    folder = (await admin.post("/api/media-folders", {"name": "Boats"})).json()
    media = await admin.upload(picture(), "IMG_1.png", folderId=folder["id"])
    other = await admin.upload(PDF, "Menu 100%.pdf")
    assert media["folderId"] == folder["id"]
    changed = await admin.patch(
        f"/api/media/{media['id']}", {"name": "Ferry.png", "alt": "A ferry\nat dawn", "caption": "First\r\nboat", "focalX": 0.25}
    )
    assert changed.status_code == 200, changed.text
    told = changed.json()
    assert (told["name"], told["alt"], told["caption"], told["focalX"]) == ("Ferry.png", "A ferry at dawn", "First\nboat", 0.25)
    assert told["url"] == media["url"], "an address that is in use stays"

    async def found(query: str) -> list[str]:
        return [item["id"] for item in (await admin.get(f"/api/media?{query}")).json()["items"]]

    assert await found("") == [other["id"], media["id"]]
    for query in ("search=ferry", "search=DAWN", "search=first", f"folder={folder['id']}", "kind=image"):
        assert await found(query) == [media["id"]]
    for query in ("search=100%25", "folder=none", "kind=document"):
        assert await found(query) == [other["id"]]
    assert await found(f"folder={uuid4()}") == []
    moved = await admin.patch(f"/api/media/{media['id']}", {"folderId": None})
    assert moved.json()["folderId"] is None
    assert moved.json()["alt"] == "A ferry at dawn"


async def test_a_list_goes_on_where_it_stopped(admin: Browser) -> None:
    sent = [(await admin.upload(PDF + bytes([n])))["id"] for n in range(5)]
    seen, cursor = [], ""
    while True:
        page = (await admin.get(f"/api/media?limit=2{cursor}")).json()
        seen += [item["id"] for item in page["items"]]
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert seen == sent[::-1]


async def test_a_change_that_cannot_be_is_refused(admin: Browser) -> None:
    media = await admin.upload(PDF)
    for change in (
        {"name": ""}, {"name": None}, {"alt": None}, {"alt": "x" * 501}, {"focalX": 1.1}, {"focalY": -0.1},
        {"focalX": "NaN"}, {"focalX": None}, {"folderId": str(uuid4())}, {"folderId": "x"}, {"caption": "\0"},
    ):  # fmt: skip
        response = await admin.patch(f"/api/media/{media['id']}", change)
        assert (response.status_code, error_code(response)) == (422, "invalid_input"), change
    assert (await admin.get(f"/api/media/{media['id']}")).json() == media


async def test_deleting_warns_where_a_file_is_used(admin: Browser, settings: Settings) -> None:
    media = await admin.upload(picture(800, 400))
    one = f"/api/media/{media['id']}"
    page = await admin.new_page("Our boats", body=f"![x]({media['sizes'][0]['url']})")
    other = await admin.new_page("Crossings", body="", cover=media["url"])
    uses = (await admin.get(f"{one}/uses")).json()
    assert uses == [
        {"kind": "entry", "id": other["id"], "title": "Crossings"},
        {"kind": "entry", "id": page["id"], "title": "Our boats"},
    ]
    refused = await admin.delete(one)
    assert (refused.status_code, error_code(refused)) == (409, "media_in_use")
    assert refused.json()["error"]["message"] == "“Crossings”, “Our boats” would lose it."
    before = on_disk(settings)
    assert len(before) == 3
    await admin.put(f"/api/entries/{page['id']}", {"version": 1, "data": {"body": ""}})
    assert len((await admin.get(f"{one}/uses")).json()) == 1
    assert (await admin.delete(f"{one}?althoughUsed=true")).status_code == 204
    assert on_disk(settings) == set()
    for gone in (await admin.get(one), await admin.get(media["url"]), await admin.get(media["thumbnail"])):
        assert gone.status_code == 404
    await admin.delete(f"/api/entries/{other['id']}")


async def test_many_are_moved_and_deleted_each_by_itself(admin: Browser, visitor: Browser, settings: Settings) -> None:
    await visitor.enter("author")
    folder = (await admin.post("/api/media-folders", {"name": "Boats"})).json()["id"]
    theirs, shown, mine = await admin.upload(PDF), await visitor.upload(picture()), await visitor.upload(PDF + b"2")
    page = await admin.new_page("Crossings", cover=shown["url"])
    ids = [mine["id"], str(uuid4()), theirs["id"], shown["id"], mine["id"]]

    async def do(**given: object) -> list[str | None]:
        answer = await visitor.post("/api/media/bulk", {"ids": ids, **given})
        assert answer.status_code == 200, answer.text
        assert [item["id"] for item in answer.json()["items"]] == ids[:4]
        return [item["problem"] and item["problem"]["code"] for item in answer.json()["items"]]

    assert await do(action="move", folderId=folder) == [None, "not_found", "forbidden", None]
    assert {file["id"] for file in (await admin.get(f"/api/media?folder={folder}")).json()["items"]} == {mine["id"], shown["id"]}
    query = "&".join(f"id={media_id}" for media_id in ids)
    assert (await visitor.get(f"/api/media-uses?{query}")).json() == [
        {"id": shown["id"], "uses": [{"kind": "entry", "id": page["id"], "title": "Crossings"}]}
    ]
    assert await do(action="delete") == [None, "not_found", "forbidden", "media_in_use"]
    assert await do(action="delete", althoughUsed=True) == ["not_found", "not_found", "forbidden", None]
    assert {path.partition("/")[2].partition(".")[0] for path in on_disk(settings) if path.startswith("files/")} == {
        hashlib.sha256(PDF).hexdigest()
    }
    told = [line["subjectId"] for line in await log(admin, "?event=media.deleted")]
    assert told == [shown["id"], mine["id"]]
    gone = await admin.post("/api/media/bulk", {"ids": ids, "action": "move", "folderId": str(uuid4())})
    assert (gone.status_code, gone.json()["error"]["fields"]) == (422, {"folderId": "There is no such folder."})


async def test_what_visitors_still_see_is_used_whatever_the_draft_says(admin: Browser) -> None:
    media = await admin.upload(PDF)
    page = await admin.published_page(body=f"[menu]({media['url']})")

    async def uses() -> int:
        return len((await admin.get(f"/api/media/{media['id']}/uses")).json())

    saved = await admin.put(f"/api/entries/{page['id']}", {"version": 1, "data": {"body": ""}})
    assert saved.status_code == 200
    assert await uses() == 1
    await admin.publish(page)
    assert await uses() == 0
    await admin.post(f"/api/entries/{page['id']}/revisions/1/restore")
    assert await uses() == 1


async def test_what_comes_and_goes_is_told(admin: Browser) -> None:
    media = await admin.upload(PDF, "Menu.pdf")
    await admin.send_file(PDF, "again.pdf")
    await admin.delete(f"/api/media/{media['id']}")
    told = [(line["event"], line["subjectId"], line["title"]) for line in await log(admin)]
    assert told[:2] == [("media.deleted", media["id"], "Menu.pdf"), ("media.added", media["id"], "Menu.pdf")]
    assert len([event for event, *_ in told if event.startswith("media")]) == 2


async def test_a_page_that_is_gone_uses_nothing(admin: Browser) -> None:
    media = await admin.upload(PDF)
    page = await admin.new_page(body=f"[menu]({media['url']}) and /_media/{uuid4()}/gone.png")
    assert len((await admin.get(f"/api/media/{media['id']}/uses")).json()) == 1
    await admin.delete(f"/api/entries/{page['id']}")
    assert (await admin.get(f"/api/media/{media['id']}/uses")).json() == []
    assert (await admin.delete(f"/api/media/{media['id']}")).status_code == 204


async def test_an_author_changes_and_deletes_their_own_files_alone(admin: Browser, visitor: Browser) -> None:
    await visitor.enter("author")
    theirs, mine = await admin.upload(PDF), await visitor.upload(picture())
    for answer in (
        await visitor.patch(f"/api/media/{theirs['id']}", {"alt": "x"}), await visitor.delete(f"/api/media/{theirs['id']}"),
    ):  # fmt: skip
        assert (answer.status_code, error_code(answer)) == (403, "forbidden")
    assert (await visitor.patch(f"/api/media/{mine['id']}", {"alt": "x"})).status_code == 200
    assert (await visitor.delete(f"/api/media/{mine['id']}")).status_code == 204
    assert (await visitor.patch(f"/api/media/{mine['id']}", {"alt": "x"})).status_code == 404


async def test_folders_stand_in_one_another_and_give_back_what_they_hold(admin: Browser) -> None:
    async def folder(name: str, parent: str | None = None) -> Any:
        return (await admin.post("/api/media-folders", {"name": name, "parentId": parent})).json()

    boats = await folder("Boats")
    ferries = await folder("Ferries", boats["id"])
    media = await admin.upload(PDF, folderId=ferries["id"])
    for refused in (
        await admin.post("/api/media-folders", {"name": "BOATS"}),
        await admin.patch(f"/api/media-folders/{(await folder('Crew'))['id']}", {"name": "boats"}),
    ):
        assert (refused.status_code, error_code(refused)) == (409, "folder_taken")
    await folder("Boats", boats["id"])
    within = await admin.patch(f"/api/media-folders/{boats['id']}", {"parentId": ferries["id"]})
    assert within.json()["error"]["fields"] == {"parentId": "A folder cannot be within itself."}
    clash = await admin.delete(f"/api/media-folders/{boats['id']}")
    assert (clash.status_code, error_code(clash)) == (409, "folder_taken")
    assert (await admin.delete(f"/api/media-folders/{ferries['id']}")).status_code == 204
    assert (await admin.get(f"/api/media/{media['id']}")).json()["folderId"] == boats["id"]
    told = {found["name"]: found["files"] for found in (await admin.get("/api/media-folders")).json() if found["parentId"] is None}
    assert told == {"Boats": 1, "Crew": 0}
    assert (await admin.post("/api/media-folders", {"name": "x", "parentId": str(uuid4())})).status_code == 422
    assert (await admin.delete(f"/api/media-folders/{uuid4()}")).status_code == 404


async def test_what_a_killed_process_left_is_removed_and_nothing_else(
    app: FastAPI, admin: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = await admin.upload(picture())
    root = settings.media_path
    before = on_disk(settings)
    for stray in (f"incoming/{'a' * 32}/upload", f"files/{'b' * 64}.png", f"public/{uuid4()}/320.webp"):
        (root / stray).parent.mkdir(exist_ok=True)
        (root / stray).write_bytes(b"x")
    app.state.library._is_swept = False
    await admin.upload(PDF)
    assert len(on_disk(settings) - before) == 5, "what is new may be somebody's who is at it"
    monkeypatch.setattr(store, "ABANDONED", -60.0)
    app.state.library._is_swept = False
    assert (await admin.send_file(b"nothing")).status_code == 415
    assert on_disk(settings) == before | {path for path in on_disk(settings) if "pdf" in path}
    assert (await admin.get(media["url"])).status_code == 200


async def test_files_from_a_backup_are_all_that_a_library_needs(admin: Browser, settings: Settings) -> None:
    media = await admin.upload(picture(800, 400))
    before = on_disk(settings)
    shutil.rmtree(settings.media_path / "public")
    assert (await admin.get(media["url"])).content == picture(800, 400)
    assert (await admin.get(media["thumbnail"])).status_code == 200
    assert on_disk(settings) == before
