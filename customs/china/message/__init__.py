"""XML messages: the declaration's draft, the platform's order, and the client's inbox."""
