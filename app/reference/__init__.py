"""Dated reference lists that an administrator can replace: facts of the trade, not code."""
