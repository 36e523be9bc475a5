"""Presenter of malls as the operator sees them."""

from app.catalog.mall import MallFacts, MallSheet, MallStep, texts_of
from app.countries.clocks import say_instant
from app.kit import forms, i18n
from app.kit.i18n import N_, text_of, translate
from app.web.office.malls.forms import MallForm

StepRow = tuple[str, str, str, str, str]
"""When, who, what, from, to."""

_FIELDS = {
    "position": N_("Place in the row"),
    "accent": N_("Colour"),
    "picture": N_("Picture"),
    "tint": N_("Hue behind the picture"),
    "retired": N_("Retired"),
}


def labels() -> dict[str, str]:
    """Return the label of every field, by its name."""
    texts = {}
    for tag in i18n.LANGUAGES:
        own = i18n.OWN_NAMES[tag]
        texts[f"name_{tag}"] = f"{translate('Name')} ({own})"
        texts[f"intro_{tag}"] = f"{translate('Story')} ({own})"
    fields = {name: translate(text) for name, text in _FIELDS.items()}
    return {"code": translate("Code"), **fields, **texts}


def mall_rows(malls: list[MallSheet]) -> list[tuple[str, str, str, str, str]]:
    """Return (address, name, code, colour, state) of each mall."""
    return [
        (
            f"/office/malls/{each.facts.code}",
            text_of(dict(each.facts.names)),
            each.facts.code,
            each.facts.accent,
            translate("Retired") if each.is_retired else translate("Open"),
        )
        for each in malls
    ]


def step_rows(steps: list[MallStep], country: str) -> list[StepRow]:
    """Return what changed, a row for each field."""
    named = labels()
    return [
        (say_instant(step.at, country), step.by, named[field], before or "—", after or "—")
        for step in steps
        for field, before, after in step.fields
    ]


def form_of(mall: MallSheet) -> forms.Form[MallForm]:
    """Return the form filled with a mall as it is."""
    texts = texts_of(mall.facts)
    return forms.empty(MallForm, code=mall.facts.code, seen=str(mall.version), **texts)


def facts_of(data: MallForm) -> MallFacts:
    """Return what a form says of a mall; a language without a text is left out."""
    names = {tag: getattr(data, f"name_{tag}") for tag in i18n.LANGUAGES}
    intros = {tag: getattr(data, f"intro_{tag}") for tag in i18n.LANGUAGES}
    written = [tag for tag in i18n.LANGUAGES if names[tag] or intros[tag]]
    return MallFacts(
        code=data.code,
        position=data.position,
        accent=data.accent.lower(),
        picture=data.picture,
        tint=data.tint,
        names={tag: names[tag] for tag in written},
        intros={tag: intros[tag] for tag in written},
    )
