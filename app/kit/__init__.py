"""Tools without one word of the trade."""
