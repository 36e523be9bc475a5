"""The law: pure Python and moneyed. Could be published on its own."""
