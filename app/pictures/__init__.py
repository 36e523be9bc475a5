"""Pictures: taken in, made upright and plain, and kept in the sizes that pages show."""
