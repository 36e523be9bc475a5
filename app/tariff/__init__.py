"""Dated tariff lines kept in the database."""
