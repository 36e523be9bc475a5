"""Pages: templates filled with words. What a page may say is decided before it is rendered."""

from functools import lru_cache
from typing import Annotated

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.params import PathParameter, QueryParameter
from litestar.response import Redirect

from app.kit import formats, i18n
from app.kit.clock import WAREHOUSE_ZONE
from app.kit.settings import ROOT
from app.web.requests import WebRequest

RowId = Annotated[int, PathParameter(ge=1, le=2_147_483_647)]
"""An id in an address; one past what a column holds leads nowhere."""
PageNumber = Annotated[int, QueryParameter(name="page", le=1_000_000)]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: escaping on, an unknown name an error, our own filters."""
    made = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined] # added by the i18n extension
        i18n.translate, i18n.translate_plural, newstyle=True
    )
    made.filters.update(
        money=formats.money,
        number=formats.number,
        percent=formats.percent,
        kg=formats.kilograms,
        day=formats.day,
        instant=lambda value: formats.instant(value, WAREHOUSE_ZONE),
    )
    return made


async def render(
    request: WebRequest, template: str, *, status: int = 200, **filling: object
) -> Response[str]:
    """Answer with a page: the template filled with these words and the shared ones."""
    shared: dict[str, object] = await request.app.state.shared_context(request)
    text = environment().get_template(template).render({**shared, "status": status, **filling})
    return Response(text, media_type=MediaType.HTML, status_code=status)


def see_other(path: str) -> Redirect:
    """Send the reader on after a form was taken (303: look with GET)."""
    return Redirect(path, status_code=303)


def safe_path(path: str, otherwise: str) -> str:
    """Return the path if it stays on our own pages, else `otherwise`: no open redirects."""
    stays = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if stays else otherwise
