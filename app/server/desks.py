"""Navigation of each role's desk, in the order of the work."""

from app.accounts.person import Role
from app.kit.i18n import N_, translate

DESKS: dict[Role, tuple[tuple[str, str], ...]] = {
    Role.IMPORTER: (),
    Role.BROKER: ((N_("Loads"), "/broker"),),
    Role.RATES: ((N_("What waits"), "/office"), (N_("Rates"), "/office/rates")),
    Role.WAREHOUSE: (
        (N_("Tasks"), "/warehouse"),
        (N_("Receive goods"), "/warehouse/receipts/new"),
        (N_("Pick"), "/warehouse/picks"),
        (N_("Loads"), "/warehouse/loads"),
    ),
    Role.DECLARANT: ((N_("What waits"), "/office"), (N_("Loads"), "/office/loads")),
    Role.OPERATOR: (
        (N_("What waits"), "/office"),
        (N_("Orders"), "/office/orders"),
        (N_("Payments"), "/office/payments"),
        (N_("Refunds"), "/office/payments/refunds"),
        (N_("Companies"), "/office/companies"),
        (N_("People"), "/office/people"),
        (N_("Codes"), "/office/codes"),
        (N_("Malls"), "/office/malls"),
        (N_("Goods to list"), "/office/listings"),
        (N_("What lacks words"), "/office/words"),
        (N_("Letters"), "/office/letters"),
        (N_("Set-up"), "/office/set-up"),
    ),
    Role.SELLER: ((N_("Workbooks"), "/seller/imports"),),
    Role.SELLER: (
        (N_("My goods"), "/seller"),
        (N_("List new goods"), "/seller/listings"),
        (N_("Deliveries"), "/seller/deliveries"),
        (N_("Orders of my goods"), "/seller/orders"),
    ),
}

Link = tuple[str, str, bool]


def desk_links(role: Role, path: str) -> list[Link]:
    """Return (label, address, is_current) for each page of the role's desk."""
    desk = DESKS[role]
    here = max((href for _, href in desk if path.startswith(href)), key=len, default="")
    return [(translate(label), href, href == here) for label, href in desk]
