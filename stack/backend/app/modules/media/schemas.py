"""What clients send and get about the library."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.modules.core.bulk import Ids
from app.modules.core.schemas import Input, Line, Lines, Output
from app.modules.media.kinds import Kind
from app.modules.media.names import LONGEST_NAME

Name = Annotated[Line, Field(min_length=1, max_length=LONGEST_NAME)]
FolderName = Annotated[Line, Field(min_length=1, max_length=80)]
Part = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
# 'none' stands for what is in no folder.
FolderFilter = UUID | Literal["none"]


class SizeOutput(Output):
    """A WebP of this width; made when it is first asked for."""

    width: int
    url: str


class CropsOutput(Output):
    """Cut around the focal point: 1:1, 16:9, and 1.91:1 as networks show links."""

    square: str
    wide: str
    social: str


class UploaderOutput(Output):
    id: UUID
    name: str


class MediaOutput(Output):
    """`url` is the file itself. `sizes` and `crops` are of pictures that stand still and are drawn in
    pixels; `thumbnail` is there for every picture."""

    id: UUID
    kind: Kind
    mime: str
    name: str
    folder_id: UUID | None
    bytes: int
    width: int | None
    height: int | None
    animated: bool
    colour: str | None
    alt: str
    caption: str
    focal_x: float
    focal_y: float
    url: str
    thumbnail: str | None
    sizes: list[SizeOutput]
    crops: CropsOutput | None
    uploader: UploaderOutput | None
    created_at: datetime
    updated_at: datetime


class MediaList(Output):
    items: list[MediaOutput]
    next_cursor: str | None


class MediaInput(Input):
    """What is left out stays as it is; `folderId` null takes it out of its folder."""

    name: Name = ""
    folder_id: UUID | None = None
    alt: Annotated[Line, Field(max_length=500)] = ""
    caption: Annotated[Lines, Field(max_length=1000)] = ""
    focal_x: Part = 0.5
    focal_y: Part = 0.5


class UseOutput(Output):
    """`kind` and `id` are of what shows the file, such as an entry."""

    kind: str
    id: UUID
    title: str


class UsedOutput(Output):
    """`id` is the file's."""

    id: UUID
    uses: list[UseOutput]


class BulkInput(Input):
    """`folderId` is where files are moved to, null out of their folders. `althoughUsed` deletes what something
    shows, too."""

    ids: Ids
    action: Literal["move", "delete"]
    folder_id: UUID | None = None
    although_used: bool = False


class StorageOutput(Output):
    """In bytes, of the files as they were uploaded. `largest` is by kind of file, for telling before
    a file is sent."""

    used: int
    quota: int
    files: int
    largest: dict[str, int]


class FolderInput(Input):
    name: FolderName
    parent_id: UUID | None = None


class FolderChange(Input):
    """What is left out stays as it is; `parentId` null moves it to the top."""

    name: FolderName = ""
    parent_id: UUID | None = None


class FolderOutput(Output):
    """`files` counts what is in it, what is in folders below apart."""

    id: UUID
    name: str
    parent_id: UUID | None
    files: int
