"""Landed cost: duty, tax and fee in the country of arrival."""
