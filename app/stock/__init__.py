"""Lots on the shelf, their ledger, and what is reserved for whom."""
