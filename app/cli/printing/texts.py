"""`keruen words missing`: texts that readers of a language see in English."""

import json
from dataclasses import asdict

from app.catalog.product import NotALanguage
from app.catalog.repository.texts import list_lacking
from app.kit import i18n


async def list_missing(language: str | None, *, as_json: bool) -> list[str]:
    """List every text that lacks in a language, or in each of ours; raise `NotALanguage`."""
    if language is not None and not language.replace("_", "").isalpha():
        raise NotALanguage(text=language)
    tags = [language] if language else [tag for tag in i18n.LANGUAGES if tag != "en"]
    found = [{"language": tag, **asdict(each)} for tag in tags for each in await list_lacking(tag)]
    if as_json:
        return [json.dumps(each) for each in found]
    return ["{language:<8} {kind:<10} {code:<16} {field}".format_map(each) for each in found]
