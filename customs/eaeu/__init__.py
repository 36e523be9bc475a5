"""Import into the Eurasian Economic Union: the goods declaration, its value sheet, their XML."""
