"""The Union's customs tariff: rates as objects, their official text, the publication they stand in.

Unified Customs Tariff of the Eurasian Economic Union, Council Decision No. 80 of 14.09.2021.
"""
