"""Chapters laid out as the publication lays them out, printed for the tests."""

from html import escape

from weasyprint import HTML

STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 34mm; @bottom-center { content: counter(page) } }
body { font: 10pt serif; orphans: 1; widows: 1 }
table { border-collapse: separate; border-spacing: 0; width: 457pt; table-layout: fixed }
td, th { border-left: .5pt solid; border-right: .5pt solid; vertical-align: top; padding: 1pt 2pt;
  font-weight: normal; text-align: left }
td:first-child { white-space: nowrap }
tr { break-inside: avoid }
th { border-top: .5pt solid; border-bottom: .5pt solid }
sup { font-size: 6.5pt; vertical-align: 3.5pt; line-height: 0 }
sub { font-size: 6.5pt; vertical-align: -1.5pt; line-height: 0 }
"""
HEAD = (
    "<thead><tr><th style='width: 88pt'>Код<br>ТН ВЭД</th><th style='width: 212pt'>Наименование"
    " позиции</th><th style='width: 43pt'>Доп.<br>ед.<br>изм.</th><th style='width: 114pt'>Ставка"
    " ввозной<br>таможенной<br>пошлины<br>(в процентах<br>от таможенной<br>стоимости либо<br>"
    "в евро, либо<br>в долларах США)</th></tr></thead>"
)
NOTES = "<p>ГРУППА 99</p><p>Примечание: код 9901 10 000 0 здесь лишь упомянут.</p>"


def row(code: str = "", name: str = "", unit: str = "", rate: str = "", *, style: str = "") -> str:
    """A row of the table, its cells as HTML."""
    cells = "".join(f"<td>{cell}</td>" for cell in (code, name, unit, rate))
    return f"<tr style='{escape(style)}'>{cells}</tr>"


def table(*rows: str, head: str = HEAD) -> str:
    """The table of a chapter under its head."""
    return f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"


def print_pdf(body: str) -> bytes:
    """The PDF of a chapter."""
    pdf = HTML(string=f"<style>{STYLE}</style>{body}").write_pdf()
    assert isinstance(pdf, bytes)
    return pdf
