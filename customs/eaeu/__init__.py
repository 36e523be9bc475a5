"""Import into the Eurasian Economic Union: goods declaration, value sheet and transit."""
