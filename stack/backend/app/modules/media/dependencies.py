"""The library as routers get it injected: one for each application."""

from typing import Annotated

from fastapi import Depends, Request

from app.modules.core.dependencies import context_of
from app.modules.media.library import Library


def library_of(request: Request) -> Library:
    state = request.app.state
    if not hasattr(state, "library"):
        context = context_of(request)
        state.library = Library(context.database, context.settings, context.installation)
    library = state.library
    assert isinstance(library, Library)
    return library


InLibrary = Annotated[Library, Depends(library_of)]
