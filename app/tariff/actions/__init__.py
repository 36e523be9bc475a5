"""Keeping tariffs and what stands beside them."""
