"""Baskets and the shop window: what is free, and what it costs now."""
