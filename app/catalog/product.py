"""A product: its texts, prices, packing, and its codes in the tariffs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final

from app.catalog.gallery import Gallery
from app.catalog.ladder import Ladder
from app.catalog.on_sale import NotOnSale, ProductState
from app.countries.home import HOME
from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotFound
from app.tariff.edition import EAEU
from customs.identifiers import is_digits

NEEDED_LANGUAGES: Final = ("en", "ru", "zh_Hans")


class NoSuchProduct(NotFound):
    """Nothing is sold under this address."""

    code = "product.not_found"
    sentence = N_("There is no product %(slug)s.")


class SkuTaken(Conflict):
    """Another product has this article number or address already."""

    code = "product.sku_taken"
    sentence = N_("A product with the number %(sku)s or the address %(slug)s exists already.")


class TextsMissing(BadInput):
    """A name, description or greeting is not written in a language that we need."""

    code = "product.words_missing"
    sentence = N_("%(what)s has no words in these languages: %(languages)s.")


class BadPacking(BadInput):
    """A weight or a count of the packing is not above zero."""

    code = "product.bad_packing"
    sentence = N_("%(sku)s needs a net weight and a count of units in a carton above zero.")


class BadMinimum(BadInput):
    """The minimum does not fill whole multiples, or the price ladder begins elsewhere."""

    code = "product.bad_minimum"
    sentence = N_(
        "%(sku)s: the minimum %(minimum)s must fill multiples of %(multiple)s,"
        " and the price ladder must begin there."
    )


class WrongCode(BadInput):
    """A code does not have its tariff's number of digits, or the tariff is given twice."""

    code = "product.wrong_code"
    sentence = N_("%(sku)s: %(code)s is not a code of the tariff %(tariff)s.")


class WrongElements(BadInput):
    """Declared elements are given, but not one for each slot of the tariff line."""

    code = "product.wrong_elements"
    sentence = N_("%(sku)s: the tariff line asks for %(asked)s declared elements, not %(given)s.")


class NoEvidence(BadInput):
    """A code needs evidence: a decision, a publication, one's own examination."""

    code = "product.no_evidence"
    sentence = N_("Say on what evidence the code is named.")


class NotALanguage(BadInput):
    """The text is not a language tag."""

    code = "product.not_a_language"
    sentence = N_("%(text)s is not the tag of a language such as uz or zh_Hans.")


class NotASeller(BadInput):
    """The company does not sell here."""

    code = "product.not_a_seller"
    sentence = N_("%(company)s is not a seller.")


class Tariff(str):
    """The name of a tariff; one tariff's code never stands in for another's.

    Besides the three that are named here each country may have its own, under its two letters.
    """

    __slots__ = ()
    HS: ClassVar["Tariff"]
    CHINA: ClassVar["Tariff"]
    EAEU: ClassVar["Tariff"]

    @property
    def digits(self) -> int:
        """How many digits its codes have."""
        return _HS_DIGITS if self == Tariff.HS else _TARIFF_DIGITS


Tariff.HS, Tariff.CHINA, Tariff.EAEU = Tariff("HS"), Tariff(HOME), Tariff(EAEU)
_HS_DIGITS: Final = 6
_TARIFF_DIGITS: Final = 10


class CodeStatus(StrEnum):
    """How sure a code is."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ProductCode:
    """A product's code in one tariff, with its evidence."""

    tariff: Tariff
    code: str
    """Digits: six of the HS, ten of every national tariff and of the ТН ВЭД ЕАЭС."""
    status: CodeStatus
    source: str
    """The evidence: a publication, a classification decision, a broker's own statement."""
    set_at: datetime | None = None
    """Since when it holds; None before it is saved."""


@dataclass(frozen=True, slots=True)
class Seller:
    """The company that sells a product."""

    id: int
    name: str
    name_latin: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """A product as a seller lists it. Texts are by language tag."""

    sku: str
    slug: str
    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    picture: str
    """Name of a set of pictures and of one in it, such as keruen:green-raisins."""
    tint: int
    """The hue behind the picture, 0 to 11."""
    sales_unit: str
    """Three digits of Chinese customs, such as 140 (盒); see `app.catalog.units`."""
    unit_net_g: int
    """Net grams of one sales unit."""
    units_per_carton: int
    carton_tare_g: int
    """Grams of an empty carton."""
    packing: str
    """Two digits of Chinese customs, such as 22 (a carton); see `app.catalog.units`."""
    minimum: int
    multiple: int
    prefecture: str
    """Where it is made: a code of `app.catalog.prefectures`."""
    ladder: Ladder
    codes: tuple[ProductCode, ...] = ()
    malls: tuple[str, ...] = ()
    """Codes of the malls that show it."""
    origin_district: str = ""
    """Five-digit domestic source (境内货源地); empty when unknown."""
    shelf_life_days: int = 0
    """0 for goods that do not age."""
    customs_name: str = ""
    """The declared name in Chinese."""
    elements: tuple[str, ...] = ()
    """Declared elements (申报要素) in the order of the tariff line's slots."""
    element_names: tuple[str, ...] = ()
    """Names of the slots on the day the elements were written; empty when no line asked for any."""

    def code_in(self, tariff: Tariff) -> str:
        """Return the code in a tariff; empty when there is none."""
        return next((each.code for each in self.codes if each.tariff == tariff), "")

    @property
    def carton_net_g(self) -> int:
        """Net grams of a full carton."""
        return self.unit_net_g * self.units_per_carton

    @property
    def carton_gross_g(self) -> int:
        """Gross grams of a full carton."""
        return self.carton_net_g + self.carton_tare_g


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(ProductFacts):
    """A listed product."""

    id: int
    seller: Seller
    gallery: Gallery = ()
    """Its pictures, those that pages cannot show yet too (`app.catalog.gallery.shown`)."""
    state: ProductState = ProductState.LISTED

    def check_on_sale(self) -> None:
        """Raise `NotOnSale` for a product that is paused or retired."""
        if self.state is not ProductState.LISTED:
            raise NotOnSale(sku=self.sku)


def check_facts(facts: ProductFacts) -> None:
    """Check the facts of a new product.

    Raises `TextsMissing`, `BadPacking`, `BadMinimum`, `WrongCode` or `NoEvidence`.
    """
    check_texts(facts.sku, facts.names, facts.descriptions)
    if min(facts.unit_net_g, facts.units_per_carton) < 1 or facts.carton_tare_g < 0:
        raise BadPacking(sku=facts.sku)
    check_minimum(facts, facts.ladder)
    _check_codes(facts)


def check_texts(what: str, *texts: Mapping[str, str]) -> None:
    """Check that the texts are in every language we need; raises `TextsMissing`.

    English stands in for a missing language, and papers name goods in Chinese and Russian.
    """
    missing = [
        tag for tag in NEEDED_LANGUAGES if not all(text.get(tag, "").strip() for text in texts)
    ]
    if missing:
        raise TextsMissing(what=what, languages=", ".join(missing))


def check_minimum(facts: ProductFacts, ladder: Ladder) -> None:
    """Check that prices begin at a minimum of whole packings; raises `BadMinimum`."""
    fits = facts.minimum > 0 and facts.multiple > 0 and facts.minimum % facts.multiple == 0
    if not fits or ladder.steps[0].minimum != facts.minimum:
        raise BadMinimum(sku=facts.sku, minimum=facts.minimum, multiple=facts.multiple)


def _check_codes(facts: ProductFacts) -> None:
    seen: set[Tariff] = set()
    for each in facts.codes:
        check_code(facts.sku, each)
        if each.tariff in seen:
            raise WrongCode(sku=facts.sku, code=each.code, tariff=each.tariff)
        seen.add(each.tariff)


def check_code(sku: str, named: ProductCode) -> None:
    """Check that a code has the digits of its tariff and its evidence.

    Raises `WrongCode` or `NoEvidence`.
    """
    if not is_digits(named.code, named.tariff.digits):
        raise WrongCode(sku=sku, code=named.code, tariff=named.tariff)
    if not named.source.strip():
        raise NoEvidence(field="evidence")


def check_elements(facts: ProductFacts, *, expected: int) -> None:
    """Check that there are no declared elements or `expected`; raises `WrongElements`."""
    given = len(facts.elements)
    if given not in (0, expected):
        raise WrongElements(sku=facts.sku, asked=expected, given=given)
