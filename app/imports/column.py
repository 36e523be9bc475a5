"""What a column of a seller's workbook may hold: the parts of a product that a workbook tells."""

from enum import StrEnum
from typing import Final

from app.kit.i18n import LANGUAGES, N_
from app.kit.refusal import BadInput


class Column(StrEnum):
    """A meaning of a column. Its value stands in forms and rows, and never changes."""

    SKU = "sku"
    BARCODE = "barcode"
    NAME_ZH = "name_zh_Hans"
    NAME_RU = "name_ru"
    NAME_EN = "name_en"
    NAME_KK = "name_kk"
    NAME_KY = "name_ky"
    DESCRIPTION_ZH = "description_zh_Hans"
    DESCRIPTION_RU = "description_ru"
    DESCRIPTION_EN = "description_en"
    DESCRIPTION_KK = "description_kk"
    DESCRIPTION_KY = "description_ky"
    SALES_UNIT = "sales_unit"
    NET_KG = "net_kg"
    NET_G = "net_g"
    UNITS_PER_CARTON = "units_per_carton"
    TARE_KG = "tare_kg"
    TARE_G = "tare_g"
    PACKING = "packing"
    MINIMUM = "minimum"
    MULTIPLE = "multiple"
    PRICE = "price"
    FROM_2 = "from_2"
    PRICE_2 = "price_2"
    FROM_3 = "from_3"
    PRICE_3 = "price_3"
    FROM_4 = "from_4"
    PRICE_4 = "price_4"
    LADDER = "ladder"
    PREFECTURE = "prefecture"
    SHELF_LIFE_DAYS = "shelf_life_days"
    HS_CODE = "hs_code"
    CHINA_CODE = "china_code"
    ELEMENTS = "elements"
    CUSTOMS_NAME = "customs_name"
    MALLS = "malls"


NAMES: Final = {
    Column.SKU: N_("Article number"),
    Column.BARCODE: N_("Barcode (checked, not kept)"),
    Column.NAME_ZH: N_("Name in Chinese"),
    Column.NAME_RU: N_("Name in Russian"),
    Column.NAME_EN: N_("Name in English"),
    Column.NAME_KK: N_("Name in Kazakh"),
    Column.NAME_KY: N_("Name in Kyrgyz"),
    Column.DESCRIPTION_ZH: N_("Description in Chinese"),
    Column.DESCRIPTION_RU: N_("Description in Russian"),
    Column.DESCRIPTION_EN: N_("Description in English"),
    Column.DESCRIPTION_KK: N_("Description in Kazakh"),
    Column.DESCRIPTION_KY: N_("Description in Kyrgyz"),
    Column.SALES_UNIT: N_("Sales unit"),
    Column.NET_KG: N_("Net weight of a unit, kg"),
    Column.NET_G: N_("Net weight of a unit, g"),
    Column.UNITS_PER_CARTON: N_("Units in a carton"),
    Column.TARE_KG: N_("Empty carton, kg"),
    Column.TARE_G: N_("Empty carton, g"),
    Column.PACKING: N_("Packing"),
    Column.MINIMUM: N_("Minimum"),
    Column.MULTIPLE: N_("Multiple"),
    Column.PRICE: N_("Price, CNY"),
    Column.FROM_2: N_("Second price: from how many"),
    Column.PRICE_2: N_("Second price, CNY"),
    Column.FROM_3: N_("Third price: from how many"),
    Column.PRICE_3: N_("Third price, CNY"),
    Column.FROM_4: N_("Fourth price: from how many"),
    Column.PRICE_4: N_("Fourth price, CNY"),
    Column.LADDER: N_("All prices: 40=62; 200=59.50"),
    Column.PREFECTURE: N_("Place of origin"),
    Column.SHELF_LIFE_DAYS: N_("Shelf life, days"),
    Column.HS_CODE: N_("HS code, six digits"),
    Column.CHINA_CODE: N_("Chinese code, ten digits"),
    Column.ELEMENTS: N_("Declared elements, parted by |"),
    Column.CUSTOMS_NAME: N_("Name for customs, in Chinese"),
    Column.MALLS: N_("Malls"),
}

LANGUAGE_NAMES: Final = {tag: Column(f"name_{tag}") for tag in LANGUAGES}
LANGUAGE_DESCRIPTIONS: Final = {tag: Column(f"description_{tag}") for tag in LANGUAGES}
STEPS: Final = (
    (Column.FROM_2, Column.PRICE_2),
    (Column.FROM_3, Column.PRICE_3),
    (Column.FROM_4, Column.PRICE_4),
)
"""Quantity and price of each further step of the ladder."""
_SAME: Final = (
    (Column.NET_KG, Column.NET_G),
    (Column.TARE_KG, Column.TARE_G),
    (Column.PRICE, Column.LADDER),
)
"""Columns that say the same thing in two ways."""


class NoArticleColumn(BadInput):
    """No column holds the article numbers, by which rows are told apart."""

    code = "import.no_article_column"
    sentence = N_("Say which column holds the article numbers: rows are told apart by them.")


class MeaningTwice(BadInput):
    """Two columns are to mean the same."""

    code = "import.meaning_twice"
    sentence = N_("Columns %(first)s and %(second)s mean the same. Leave one of them out.")


class UnknownMeaning(BadInput):
    """A column is to mean what we do not know, or there are more meanings than columns."""

    code = "import.unknown_meaning"
    sentence = N_("Choose the meaning of every column from the list.")


def check_columns(columns: tuple[str, ...]) -> None:
    """Check the meanings of a workbook's columns; an empty one is left out.

    Raises `UnknownMeaning`, `MeaningTwice` or `NoArticleColumn`.
    """
    places: dict[str, int] = {}
    for place, meaning in enumerate(columns):
        if meaning and meaning not in set(Column):
            raise UnknownMeaning(field="columns")
        one = _one_of(meaning)
        if meaning and one in places:
            raise MeaningTwice(
                field="columns", first=letters_of(places[one]), second=letters_of(place)
            )
        places[one] = place
    if Column.SKU not in places:
        raise NoArticleColumn(field="columns")


def _one_of(meaning: str) -> str:
    return next((first for first, *others in _SAME if meaning in others), meaning)


def letters_of(place: int) -> str:
    """Return a column's letters, as spreadsheet programs show them: 0 is A, 26 is AA."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
