"""The prefectures and cities of China that goods come from."""

from typing import Final

from app.kit.i18n import N_, translate
from app.kit.refusal import BadInput


class UnknownPrefecture(BadInput):
    """No prefecture has this code."""

    code = "catalog.unknown_prefecture"
    sentence = N_("There is no prefecture with the code %(code)s.")


PREFECTURES: Final = {
    "urumqi": N_("Urumqi, Xinjiang"),
    "karamay": N_("Karamay, Xinjiang"),
    "turpan": N_("Turpan, Xinjiang"),
    "hami": N_("Hami, Xinjiang"),
    "changji": N_("Changji, Xinjiang"),
    "bortala": N_("Bortala, Xinjiang"),
    "bayingolin": N_("Bayingolin, Xinjiang"),
    "aksu": N_("Aksu, Xinjiang"),
    "kizilsu": N_("Kizilsu, Xinjiang"),
    "kashgar": N_("Kashgar, Xinjiang"),
    "hotan": N_("Hotan, Xinjiang"),
    "ili": N_("Ili, Xinjiang"),
    "tacheng": N_("Tacheng, Xinjiang"),
    "altay": N_("Altay, Xinjiang"),
    "jinhua": N_("Jinhua, Zhejiang"),
    "guangzhou": N_("Guangzhou, Guangdong"),
    "shenzhen": N_("Shenzhen, Guangdong"),
    "foshan": N_("Foshan, Guangdong"),
    "dongguan": N_("Dongguan, Guangdong"),
    "quanzhou": N_("Quanzhou, Fujian"),
    "ningbo": N_("Ningbo, Zhejiang"),
    "hangzhou": N_("Hangzhou, Zhejiang"),
    "suzhou": N_("Suzhou, Jiangsu"),
    "chengdu": N_("Chengdu, Sichuan"),
}


def check_prefecture(code: str) -> None:
    """Raise `UnknownPrefecture` unless the code is a known one."""
    if code not in PREFECTURES:
        raise UnknownPrefecture(field="prefecture", code=code)


def prefecture_name(code: str) -> str:
    """Return the place's name in the reader's language; raises `UnknownPrefecture`."""
    check_prefecture(code)
    return translate(PREFECTURES[code])
