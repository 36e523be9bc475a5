"""Why a file is not read as a workbook: each by name."""

from typing import Final

from app.kit.i18n import N_
from app.kit.refusal import BadInput


class BadWorkbook(BadInput):
    """A file cannot be read as a workbook; no row of it is taken."""

    code = "workbook.bad_workbook"
    sentence = N_("The file cannot be read as a workbook. Save it anew as xlsx or CSV (UTF-8).")


class NotAWorkbook(BadWorkbook):
    """The bytes are of another kind of file: a picture, a PDF, an archive."""

    code = "workbook.not_a_workbook"
    sentence = N_("The file is no workbook. Send xlsx, xls or CSV.")


class WorkbookLocked(BadWorkbook):
    """The workbook is encrypted."""

    code = "workbook.locked"
    sentence = N_("The workbook is locked by a password. Save it without one.")


class HasMacros(BadWorkbook):
    """The workbook carries programs."""

    code = "workbook.has_macros"
    sentence = N_("The workbook carries macros. Save it as xlsx, which has none.")


class HasLinks(BadWorkbook):
    """The workbook takes cells from other files."""

    code = "workbook.has_links"
    sentence = N_(
        "The workbook has links to other files. Break the links, or save it as CSV (UTF-8)."
    )


class UnpacksTooLarge(BadWorkbook):
    """The archive would unpack to more than we take."""

    code = "workbook.unpacks_too_large"
    sentence = N_("The workbook unpacks to more than %(most)s MB.")


class TooManyCells(BadWorkbook):
    """The workbook has, or claims, more cells than we take."""

    code = "workbook.too_many_cells"
    sentence = N_(
        "The sheet reaches over %(rows)s rows and %(columns)s columns: too much to read."
        " Copy the rows with goods into a new workbook."
    )


class TooManyRows(BadWorkbook):
    """The sheet has more rows than we take at once."""

    code = "workbook.too_many_rows"
    sentence = N_("The sheet has more than %(most)s rows. Send it in parts.")


class NoRows(BadWorkbook):
    """No sheet that is shown has a row."""

    code = "workbook.no_rows"
    sentence = N_("The workbook has no row: every sheet is empty or hidden.")


class TextBroken(BadWorkbook):
    """A table of text has a quotation mark that is never closed."""

    code = "workbook.text_broken"
    sentence = N_("The table of text breaks off after row %(row)s: a quotation mark is not closed.")


class ReadingTooLong(BadWorkbook):
    """The workbook was not read within its limits of time and memory."""

    code = "workbook.reading_too_long"
    sentence = N_("The workbook is too heavy to be read. Send it in parts, or as CSV (UTF-8).")


REFUSALS: Final[dict[str, type[BadInput]]] = {
    each.code: each
    for each in (
        BadWorkbook,
        NotAWorkbook,
        WorkbookLocked,
        HasMacros,
        HasLinks,
        UnpacksTooLarge,
        TooManyCells,
        TooManyRows,
        NoRows,
        TextBroken,
        ReadingTooLong,
    )
}
"""Each by its code, which is what the reading process answers with."""
