"""Importing tariffs and the measures beside them."""
