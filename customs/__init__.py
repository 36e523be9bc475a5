"""Customs law as pure, typed Python: nothing here reads a clock, a file or a network.

Rules are code with their source; what changes from year to year (rates, taxes, fees, lists of
codes) is passed in as dated data. Entry points:

- `customs.tariff.publication.read_publication`: the Union's tariff from the PDF as published.
- `customs.valuation.value.value_lines`: customs value by method 1, with allocated charges.
- `customs.duties.assess.assess`: duty, excise, tax and fee with reasons.
- `customs.eaeu.rules.DECLARATION.check`, `customs.china.rules.EXPORT.check`: every broken rule with
  its place.
- `customs.eaeu.assessed_payments.with_payments`: box 47 and box B from an assessment.
- `customs.eaeu.album`, `customs.eaeu.register`, `customs.papers.album`, `customs.china.message`:
  drafts as XML for brokers' programs and customs' systems.
- `customs.difference`: a patch between two versions of a document.

Every error is a `customs.refusal.CustomsRefusal`: a sentence with named places, and their values.
"""
