"""Workbooks of goods: sent, previewed, agreed to, and given back with remarks."""

from app.web.seller.imports import files, imports

HANDLERS = (*imports.HANDLERS, *files.HANDLERS)
