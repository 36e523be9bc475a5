"""Papers in plain words, and the one place that prints."""
