"""Queries about tariffs and about what stands beside them."""
