"""The export side: what Chinese customs asks on a declaration, and how it is checked."""
