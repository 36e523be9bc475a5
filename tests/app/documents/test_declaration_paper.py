"""The declaration's paper prints every cell that is known, and leaves the others blank."""

from dataclasses import replace
from decimal import Decimal

from app.documents.kinds.declaration import declaration_paper
from customs.china.charges import ChargeKind, ChargeMark, HeaderCharge
from customs.china.declaration import AttachedPermit, ExportDeclaration
from tests.customs.china.export import DECLARATION


def cells(declaration: ExportDeclaration) -> dict[str, str]:
    paper = declaration_paper(
        declaration, number="KR1", load_number="L-1", version=1, printed_at="20261123 09:00"
    )
    return {cell.label: cell.text for row in paper.rows for cell in row}


def test_charges_handbook_licence_permits_and_remarks_are_printed() -> None:
    shown = replace(
        DECLARATION,
        handbook="C12345678901",
        licence="26-XX-123",
        note="备注",
        permits=(AttachedPermit("B", "226000001"),),
        charges=(
            HeaderCharge(ChargeKind.FREIGHT, ChargeMark.TOTAL, Decimal("1200.50"), "CNY"),
            HeaderCharge(ChargeKind.INSURANCE, ChargeMark.RATE, Decimal("0.3")),
        ),
    )
    found = cells(shown)
    assert (found["备案号"], found["许可证号"]) == ("C12345678901", "26-XX-123")
    assert (found["运费"], found["保费"], found["杂费"]) == ("CNY/1200.5/3", "0.3/1", "")
    assert found["随附单证及编号"] == "B:226000001；发票 INV-2026-000001"
    assert found["标记唛码及备注"] == "C-2026-000001 备注"


def test_what_is_unknown_stays_blank() -> None:
    found = cells(DECLARATION)
    blank = ("出口日期", "申报日期", "备案号", "许可证号", "运费", "保费", "杂费", "提运单号")
    assert {found[label] for label in blank} == {""}
