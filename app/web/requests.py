"""Requests and answers, as every handler takes and gives them.

Litestar's are generic over its own users, sessions, state and bodies. Ours lie in the request's
state (`guards.reader_of`), and templates take their filling as it comes.
"""

from typing import Any, TypeAlias

from litestar import Request, Response
from litestar.connection import ASGIConnection

WebRequest: TypeAlias = Request[Any, Any, Any]
Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]
AnyResponse: TypeAlias = Response[Any]
