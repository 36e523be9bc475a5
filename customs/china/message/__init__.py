"""Machine messages of the Chinese side: the declaration's draft, and the platform's order."""
