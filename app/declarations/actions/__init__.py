"""Freezing loads, and receiving the answers of customs."""
