"""What commands print: one question, and the lines that answer it."""
