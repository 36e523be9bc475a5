"""Pages and answers for people and programs: a folder per desk, above every station."""
