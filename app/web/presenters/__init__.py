"""What several desks show alike: nouns as text, in the reader's language."""
