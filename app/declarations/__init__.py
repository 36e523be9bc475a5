"""Packed loads become customs declarations; lodging; answers of customs."""
