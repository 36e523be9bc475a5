"""Customs value by the price of the deal (method 1), in the importing country's currency."""
