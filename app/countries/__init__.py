"""Commercial facts of the countries we sell into. Customs rules are in `customs`."""
