"""The door: routes, answers to refusals, templates, languages."""

from app.server.application import create_app, create_litestar

__all__ = ["create_app", "create_litestar"]
