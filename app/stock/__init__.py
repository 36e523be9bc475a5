"""Lots on the shelf, their ledger, and what is promised to whom."""
