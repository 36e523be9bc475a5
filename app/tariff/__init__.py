"""Dated tariff lines."""
