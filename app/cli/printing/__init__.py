"""What commands print: each function returns the lines of one command."""
