"""Letters to people about what concerns them: which, to whom, and which they do without."""
