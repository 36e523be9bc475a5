"""The commerce of countries: what we must know of one to sell into it. Its law is in `customs`."""
