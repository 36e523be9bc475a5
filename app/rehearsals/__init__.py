"""Rehearsals: what new selling terms would do to open baskets, quotes and proformas."""
