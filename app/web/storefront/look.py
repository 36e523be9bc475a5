"""The stylesheet of the malls' colours, made from their rows."""

from litestar import Response, get
from litestar.params import FromPath

from app.catalog import repository
from app.catalog.look import fingerprint, stylesheet
from app.kit import i18n


@get("/look/{name:str}")
async def look(name: FromPath[str]) -> Response[str]:
    """Return the stylesheet; under its own fingerprint it never changes, and is kept for good."""
    sheet = stylesheet(await repository.list_malls(i18n.language()))
    is_own = name == f"{fingerprint(sheet)}.css"
    return Response(
        sheet,
        media_type="text/css",
        headers={"cache-control": "public, max-age=31536000, immutable" if is_own else "no-store"},
    )


HANDLERS = (look,)
