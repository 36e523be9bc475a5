"""Proformas, payments and refunds."""
