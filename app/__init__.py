"""The house: one folder per station, in the order the goods travel."""
