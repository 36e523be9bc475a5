"""Importing official rates and setting selling terms."""
