"""What differs from country to country: taxes, fees, codes, languages; every figure dated."""
