"""Health checks and metrics."""

from litestar import MediaType, Response, Router, get

from app.kit.db import DB
from app.kit.settings import RUN_HEADER
from app.web.guards import anyone
from app.web.requests import WebRequest


@get("/live", media_type=MediaType.TEXT)
async def live() -> str:
    """Answer that the process is alive."""
    return "alive\n"


@get("/ready", media_type=MediaType.TEXT)
async def ready(request: WebRequest) -> Response[str]:
    """Answer 200 when the database answers, else 503."""
    try:
        await DB._run_in_pool("SELECT 1")  # noqa: SLF001 -- Piccolo has no public ping
    except Exception as fault:  # noqa: BLE001 -- whatever keeps the database away, we are not ready
        return Response(f"database: {type(fault).__name__}\n", status_code=503)
    return Response("ready\n", headers={RUN_HEADER: request.app.state.run})


@get("/metrics", media_type=MediaType.TEXT)
async def metrics(request: WebRequest) -> str:
    """Return counts of responses by status and the pool's size, in the Prometheus text format."""
    lines = ["# TYPE keruen_responses_total counter"]
    for status, count in sorted(request.app.state.answers.items()):
        lines.append(f'keruen_responses_total{{status="{status}"}} {count}')
    pool = DB.pool
    lines += [
        "# TYPE keruen_database_connections gauge",
        f"keruen_database_connections {pool.get_size() if pool else 0}",
    ]
    return "\n".join(lines) + "\n"


router = Router(path="/health", guards=[anyone], route_handlers=[live, ready])
metrics_router = Router(path="/", guards=[anyone], route_handlers=[metrics])
