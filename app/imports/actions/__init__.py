"""Verbs of imports: what a seller does, and what the worker does with what they sent."""
