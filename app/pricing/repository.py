"""What a price was made from, looked up by the ids that the price carries."""

from app.catalog import repository as catalog
from app.pricing.line import LinePrice, price_line
from app.pricing.why import NoSuchPrice, PriceKey, Why
from app.rates.repository import published, selling


async def price_again(sku: str, *, quantity: int, key: PriceKey) -> LinePrice:
    """Price a quantity by the list, rate and terms of a key: exactly as it was priced then.

    Raises `NoSuchPrice` when the key does not belong to the product, `NoSuchPriceList`,
    `NoSuchRate`, `NoTerms`, `TermsOfAnotherCurrency` or `BelowMinimum`.
    """
    if await catalog.price_list_of(key.price_list_id) != sku:
        raise NoSuchPrice
    return price_line(
        sku,
        quantity=quantity,
        ladder=await catalog.get_ladder(key.price_list_id),
        selling=await selling.selling_of(key.rate_id, key.terms_id),
    )


async def get_why(line: LinePrice) -> Why:
    """Return everything that a price was made from.

    Raises `NoSuchPriceList`, `NoSuchRate` or `NoTerms` when an id leads nowhere.
    """
    return Why(
        line=line,
        ladder=await catalog.get_ladder(line.price_list_id),
        listed_since=await catalog.price_list_since(line.price_list_id),
        rate_source=await published.get_source(line.selling.official.id),
        approval=await selling.get_approval(line.selling.terms.id),
    )
