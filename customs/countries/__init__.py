"""Import rules of each country as dated figures: taxes, fees, codes, languages."""
