"""Presenters that several desks share: nouns as text in the reader's language."""
