"""Rendering of pages from templates, and redirects."""

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
"""An id in an address, no larger than its column holds."""
PageNumber = Annotated[int, QueryParameter(name="page", le=1_000_000)]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the Jinja environment: escaping on, strict undefined, our own filters."""
    jinja = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.install_gettext_callables(  # type: ignore[attr-defined] # added by the i18n extension
        i18n.translate, i18n.translate_plural, newstyle=True
    )
    jinja.filters.update(
        money=formats.money,
        number=formats.number,
        percent=formats.percent,
        kg=formats.kilograms,
        day=formats.day,
        instant=lambda value: formats.instant(value, WAREHOUSE_ZONE),
    )
    return jinja


async def render(
    request: WebRequest, template: str, *, status: int = 200, **context: object
) -> Response[str]:
    """Return a page: the template rendered with the context and the shared context."""
    shared: dict[str, object] = await request.app.state.shared_context(request)
    text = environment().get_template(template).render({**shared, "status": status, **context})
    return Response(text, media_type=MediaType.HTML, status_code=status)


def see_other(path: str) -> Redirect:
    """Redirect after a POST (303 See Other)."""
    return Redirect(path, status_code=303)


def safe_path(path: str, otherwise: str) -> str:
    """Return the path if it stays on this site, else `otherwise`: no open redirects."""
    is_local = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_local else otherwise
