"""The demo shop: people, goods, rates and three months of trade, made with the usual actions.

The commands `serve` and `seed`, and the flag `--demo` that `serve` gives, load this package when
they run; nothing else imports it, and a production process never holds it.
"""
