"""Taking a load's dossier."""

import hashlib
from datetime import datetime

from app.accounts.person import Reader
from app.brokers import store
from app.documents import store as papers
from app.documents.dossier import DossierPaper, zip_dossier
from app.documents.issuing import KINDS
from app.kit.refusal import Conflict
from app.kit.words import N_


class DossierNotReady(Conflict):
    """Some papers of the load are still being made."""

    sentence = N_("The papers of load %(number)s are being made. Try again in a minute.")


async def take_dossier(number: str, *, reader: Reader, at: datetime) -> bytes:
    """Will give the load's papers of the reader's firm as one zip, and note that it was taken.

    Raises `NoSuchLoad` for a load that is not this firm's, `DossierNotReady` while papers are
    being made.
    """
    load = await store.get_load_for(reader, number)
    found = await papers.papers_of([each.id for each in load.declarations], with_bodies=True)
    if len(found) < len(load.declarations) * len(KINDS):
        raise DossierNotReady(number=number)
    dossier = zip_dossier([DossierPaper(each.file_name, each.version, each.body) for each in found])
    sha256 = hashlib.sha256(dossier).hexdigest()
    await store.keep_download(load.id, by_id=reader.person_id, sha256=sha256, at=at)
    return dossier
