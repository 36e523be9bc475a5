"""Quotes: price, rate and stock held for a buyer until an instant."""
