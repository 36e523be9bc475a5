"""Duties and taxes on import: duty, excise, VAT and the customs fee, each with its reasons."""
