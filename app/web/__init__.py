"""What people and programs see: a folder per desk, above every station."""
