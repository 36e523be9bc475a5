"""Queries of tariffs and of the lists beside them."""
