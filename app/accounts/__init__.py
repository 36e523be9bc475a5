"""People, companies, roles and signing in."""
