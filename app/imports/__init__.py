"""Goods and prices from sellers' workbooks: read, judged row by row, applied once agreed."""
