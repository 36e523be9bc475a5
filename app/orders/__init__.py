"""Orders, their lines and their timeline."""
