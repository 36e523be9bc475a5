"""Imports and their rows: every query."""
