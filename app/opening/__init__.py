"""Opening a shop of one's own, and what it still lacks before it can sell."""
