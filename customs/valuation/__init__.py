"""Customs value by the transaction value (method 1), in the importing country's currency."""
