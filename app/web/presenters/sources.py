"""Names of legal sources in the reader's language.

A source that somebody entered stays as it was entered.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from app.kit.formats import clauses, day
from app.kit.i18n import N_, say, translate

_BETWEEN: Final = "; "
_WITH_FIGURES: Final[Mapping[str, str]] = {
    (
        r"Common Customs Tariff of the EAEU, chapter (?P<chapter>\d\d)"
        r" in force from (?P<day>\d{4}-\d\d-\d\d)"
    ): N_("Common Customs Tariff of the EAEU, chapter %(chapter)s in force from %(day)s"),
    r"Budget law of Kazakhstan for (?P<year>\d{4}): MRP": (
        N_("Budget law of Kazakhstan for %(year)s: MRP")
    ),
    r"first day not known: decision (?P<number>\d+) of the Collegium has the day given": (
        N_("first day not known: decision %(number)s of the Collegium has the day given")
    ),
    r"first day not known: decision (?P<number>\d+) of the Council has the day given": (
        N_("first day not known: decision %(number)s of the Council has the day given")
    ),
    r"TR TS (?P<number>\d{3}/\d{4})": N_("TR TS %(number)s"),
    r"TR EAEU (?P<number>\d{3}/\d{4})": N_("TR EAEU %(number)s"),
}

# Sources without figures, and other texts of the lists' rows.
N_("anti-dumping duty")
N_("Album of formats of customs documents, 5.23.0: features of organisations")
N_("Announcement of the operator of digital marking, January 2026")
N_(
    "Cabinet of Kyrgyzstan, resolution 79 of 13 February 2020, instruction, point 38,"
    " edition 444 of 29 June 2026"
)
N_("Cabinet of Uzbekistan, resolution of 31 January 2025")
N_("Commission of the Customs Union, decision 378 of 20 September 2010, annex 9")
N_("Customs Code of the EAEU")
N_("Customs Code of the EAEU, article 40")
N_("Customs Code of the EAEU, articles 39 and 40")
N_("Decision 299 of 28 May 2010")
N_("Decision 317 of 18 June 2010")
N_("Decision 318 of 18 June 2010")
N_("Digital marking of light-industry goods")
N_("Expert opinion that it is no cold weapon")
N_("Government of Kazakhstan, resolution 171 of 5 April 2018, as amended by 631 of 2 August 2023")
N_("Notes to the Common Customs Tariff as of 21 September 2025")
N_("Register of trade remedies of the Eurasian Economic Union as of 23 June 2026")
N_("Tax Code of Kazakhstan in force from 1 January 2026")
N_("Tax Code of Kazakhstan of 25 December 2017, article 422")
N_("Tax Code of Kyrgyzstan, article 336, 32 positions, edition of 6 August 2026")
N_("Tax Code of Kyrgyzstan, articles 254 and 310")
N_("Tax Code of Tajikistan: 14 % to the end of 2026, 13 % from 2027")
N_("Tax Code of Uzbekistan")
N_("Treaty on a free trade area of 18 October 2011")
N_("first days not known")
N_("medicines in 2026")
N_("not yet seen in its source")
N_("to be checked by a broker")
N_("whether it was prolonged is not known")


def source_text(source: str) -> str:
    """Translate every part of a source that has a message."""
    return clauses(_part(part.rstrip(".")) for part in source.split(_BETWEEN))


def _written(name: str, text: str) -> str:
    return day(date.fromisoformat(text)) if name == "day" else text


def _part(text: str) -> str:
    if found := re.fullmatch(r"(?P<mark>\d{1,3}С): (?P<source>.+)", text):
        return f"{found['mark']}: {_part(found['source'])}"
    for pattern, sentence in _WITH_FIGURES.items():
        if found := re.fullmatch(pattern, text):
            fields = found.groupdict()
            return say(sentence, {name: _written(name, each) for name, each in fields.items()})
    return translate(text)
