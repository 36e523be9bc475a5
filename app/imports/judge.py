"""The judge of a row: whose article number it has, and what follows from that."""

from app.catalog.product import (
    Product,
)
from app.imports.column import Column
from app.imports.known_goods import judge_known
from app.imports.line import Line
from app.imports.new_goods import judge_new
from app.imports.remark import remark_of
from app.imports.verdict import Judgement, Verdict
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, Refusal


class NoArticle(BadInput):
    """The row has no article number."""

    code = "import.no_article"
    sentence = N_("The row has no article number.")


class ArticleTwice(BadInput):
    """A row above has the same article number."""

    code = "import.article_twice"
    sentence = N_("Row %(row)s has the article number %(sku)s already.")


class ArticleOfAnother(Conflict):
    """Another seller's goods have this article number."""

    code = "import.article_of_another"
    sentence = N_("The article number %(sku)s is taken. Choose another.")


def judge(line: Line, known: Product | None, *, company_id: int, row_before: int = 0) -> Judgement:
    """Judge a line; `known` are the goods of its article number, `row_before` a row that has it."""
    remarks = list(line.remarks)
    if not line.sku:
        if not any(each.column == Column.SKU for each in remarks):
            remarks.append(remark_of(NoArticle(), Column.SKU))
        return Judgement(Verdict.REFUSED, remarks=tuple(remarks))
    if row_before:
        refusal: Refusal = ArticleTwice(row=row_before, sku=line.sku)
        return Judgement(Verdict.REFUSED, line.sku, (*remarks, remark_of(refusal, Column.SKU)))
    if known is None:
        return judge_new(line, remarks)
    if known.seller.id != company_id:
        refusal = ArticleOfAnother(sku=line.sku)
        return Judgement(Verdict.REFUSED, line.sku, (remark_of(refusal, Column.SKU),))
    return judge_known(line, known, remarks)
