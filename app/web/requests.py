"""Types of requests and responses, as every handler has them.

Litestar's are generic over users, sessions, state and bodies. Our reader and visit lie in the
request's state (`guards.reader_of`), and templates take any context.
"""

from typing import Any, TypeAlias

from litestar import Request, Response
from litestar.connection import ASGIConnection

WebRequest: TypeAlias = Request[Any, Any, Any]
Connection: TypeAlias = ASGIConnection[Any, Any, Any, Any]
AnyResponse: TypeAlias = Response[Any]
