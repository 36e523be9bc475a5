"""Proformas and the money that comes for them."""
