"""The web application: routes, answers to refusals, middleware."""

from app.server.application import create_app, create_litestar

__all__ = ["create_app", "create_litestar"]
