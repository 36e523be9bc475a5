"""Trade papers: composing, printing and issuing them."""
