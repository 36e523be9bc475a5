"""Rates of every shape, for properties."""

from decimal import Decimal

from hypothesis import strategies as st
from moneyed import Money

from customs.tariff.rate import CURRENCIES, AdValorem, Lower, NotLess, NotMore, Shape, Specific, Sum
from customs.tariff.unit import TariffUnit

figures = st.decimals(0, 10**6, places=4) | st.integers(0, 10**6).map(Decimal)
quantities = st.sampled_from([Decimal(1), Decimal(100), Decimal(1000)])
ad_valorem = st.builds(AdValorem, figures)
specific = st.builds(
    Specific,
    st.builds(Money, figures, st.sampled_from(CURRENCIES)),
    quantities,
    st.sampled_from(TariffUnit),
)
not_less = st.builds(NotLess, ad_valorem, specific)
shapes: st.SearchStrategy[Shape] = st.one_of(
    ad_valorem,
    specific,
    not_less,
    st.builds(NotMore, ad_valorem, specific),
    st.builds(Sum, ad_valorem, specific),
    st.builds(Lower, ad_valorem, not_less),
)
marks = st.lists(st.integers(1, 199).map(lambda number: f"{number}С"), max_size=3).map(tuple)
