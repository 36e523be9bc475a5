"""Table of downloads by brokers."""

from piccolo.columns import ForeignKey, OnDelete, Serial, Timestamptz, Varchar
from piccolo.table import Table

from app.accounts.tables import Person
from app.warehouse.tables import Load


class DossierDownload(Table):
    """One download of one load's dossier, to find what changed since."""

    id: Serial
    load = ForeignKey(Load, on_delete=OnDelete.restrict, null=False, index=True)
    person = ForeignKey(Person, on_delete=OnDelete.restrict, null=False)
    sha256 = Varchar(length=64)
    at = Timestamptz()
