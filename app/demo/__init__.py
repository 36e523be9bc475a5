"""The demo shop: cast, goods, rates and three months of trade, made with the actions people call.

The commands `serve` and `seed`, and the flag `--demo` that `serve` gives, load this package when
they run; nothing else imports it, and a production process never holds it.
"""
