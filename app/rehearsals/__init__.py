"""Rehearsals: what new selling terms would do to everything open, before a second person agrees."""
