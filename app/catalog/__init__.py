"""Sellers, malls, products, their prices in yuan, and search."""
