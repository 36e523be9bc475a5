"""The queries of rates."""
