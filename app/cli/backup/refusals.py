"""What backup and restore refuse."""

from app.kit.i18n import N_
from app.kit.refusal import BadInput, Conflict, NotAllowed, NotFound


class WrongPassphrase(NotAllowed):
    """The passphrase does not open the file; an altered head looks the same."""

    code = "backup.wrong_passphrase"
    sentence = N_("The passphrase does not open this backup.")


class WeakPassphrase(BadInput):
    """Whoever finds the file may try passphrases for years."""

    code = "backup.weak_passphrase"
    sentence = N_("A passphrase has at least %(least)s characters.")


class PassphraseDiffers(BadInput):
    """The second typing is another one than the first."""

    code = "backup.passphrase_differs"
    sentence = N_("The two passphrases are not the same.")


class NoPassphrase(BadInput):
    """Nobody is there to be asked, and none was given."""

    code = "backup.no_passphrase"
    sentence = N_(
        "No passphrase: set KERUEN_BACKUP_PASSPHRASE, or name a file by --passphrase-file."
    )


class NotABackup(BadInput):
    """The file does not begin as a backup does, or holds something else."""

    code = "backup.not_a_backup"
    sentence = N_("%(file)s is no backup of Keruen.")


class BackupDamaged(BadInput):
    """The file was cut or altered after it was written."""

    code = "backup.damaged"
    sentence = N_("The backup is cut or altered: nothing of it can be trusted.")


class NoSuchFile(NotFound):
    """There is no such file, or it may not be read or written."""

    code = "backup.no_file"
    sentence = N_("%(file)s cannot be opened: %(reason)s")


class FileTaken(Conflict):
    """A backup never writes over another."""

    code = "backup.file_taken"
    sentence = N_("%(file)s is there already: give the backup another name.")


class NotEmpty(Conflict):
    """Restoring goes into an empty database only."""

    code = "backup.not_empty"
    sentence = N_("The database has %(tables)s tables: restore into an empty one.")


class FilesInTheWay(Conflict):
    """The data folder keeps files of a shop already."""

    code = "backup.files_in_the_way"
    sentence = N_("%(folder)s holds files already: move it away, then restore.")


class OtherSecret(Conflict):
    """Seals made with the backup's secret would stay shut under another one."""

    code = "backup.other_secret"
    sentence = N_(
        "KERUEN_SECRET is not the backup's: unset it, and the backup's own is put in place."
    )


class OtherMigrations(Conflict):
    """The backup knows migrations that this code does not have."""

    code = "backup.other_migrations"
    sentence = N_(
        "The backup was made by Keruen %(version)s with migration %(migration)s, which is not"
        " here: restore with the code of that day or a later one."
    )


class NotTheSame(Conflict):
    """What was restored does not equal what was backed up."""

    code = "backup.not_the_same"
    sentence = N_("%(what)s came back other than it was saved: nothing was restored.")


class CannotTry(NotAllowed):
    """Verifying needs a second database."""

    code = "backup.cannot_try"
    sentence = N_("No second database could be made to try the backup in: %(reason)s")
