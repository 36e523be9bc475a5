"""What is done with loads, declarations and answers of customs."""
