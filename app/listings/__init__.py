"""Goods that sellers write down before they are listed."""
