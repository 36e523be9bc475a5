"""What goods cost when customs is paid: duty, tax and fee in the country of arrival."""
