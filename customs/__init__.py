"""Customs law as pure, typed Python: nothing here reads a clock, a file or a network.

What the law says is code with its source beside it; what changes from year to year (rates, taxes,
fees, lists of codes) comes in as dated data. The doors:

- `customs.tariff.publication.read_publication`: the Union's tariff from the PDF as published.
- `customs.valuation.value.value_lines`: customs value by method 1, charges shared to the coin.
- `customs.duties.assess.assess`: duty, excise, tax and fee, every sum with its reasons.
- `customs.eaeu.rules.DECLARATION.check`, `customs.china.rules.EXPORT.check`: every broken rule with
  its place.
- `customs.eaeu.assessed_payments.with_payments`: box 47 and box B of a declaration from what was assessed.
- `customs.eaeu.album`, `customs.eaeu.register`, `customs.papers.album`, `customs.china.message`:
  drafts as the XML that brokers' programs and customs' systems read.
- `customs.difference`: two versions of any document as a patch.

A refusal is a `customs.refusal.CustomsRefusal`: a sentence with named places, and what fills them.
"""
