"""The storefront: malls, goods, search, basket, checkout."""
