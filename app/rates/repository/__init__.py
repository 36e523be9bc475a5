"""Every query of the rates, by what it asks for."""
