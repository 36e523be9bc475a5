"""What is done with rates: brought in, and set."""
