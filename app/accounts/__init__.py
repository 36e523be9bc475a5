"""People, companies, roles, sign-in and guards."""
