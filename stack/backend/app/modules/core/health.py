"""The two probes. Neither says anything that a stranger inside the stack's network may not know."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.modules.core.dependencies import InOutgoing, InReadiness, InSettings

router = APIRouter()


@router.get("/livez")
async def livez() -> dict[str, str]:
    """The process answers; nothing is said of the database."""
    return {"status": "alive"}


@router.get("/readyz", response_model=None)
async def readyz(readiness: InReadiness, settings: InSettings, outgoing: InOutgoing) -> JSONResponse:
    """200 once the database answers and its schema fits this release, else 503 with the reason. `outgoing`
    counts the requests that wait to be made; see core.outgoing."""
    state = await readiness.check()
    if state is None:
        return JSONResponse(
            {"status": "not ready", "reason": readiness.reason}, 503, headers={"Retry-After": "1"}
        )
    return JSONResponse(
        {
            "status": "ready",
            "version": settings.release,
            "migration": state.revision,
            "outgoing": outgoing.waiting,
        }
    )
