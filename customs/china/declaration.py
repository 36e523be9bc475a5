"""The export declaration of China (中华人民共和国海关出口货物报关单), field by field.

Field numbers are those of the filling rules (报关单填制规范). An unknown code is an empty
text: it stays blank on paper, and is never guessed.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moneyed import Money

from customs.china.charges import HeaderCharge


@dataclass(frozen=True, slots=True)
class DomesticCompany:
    """A Chinese company of the header."""

    name: str
    social_code: str
    """统一社会信用代码, eighteen characters."""
    customs_code: str
    """海关注册编码, ten characters."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of a unit."""

    amount: Decimal
    unit: str
    """Three digits of the list of units (计量单位代码表), such as 035 (千克)."""


@dataclass(frozen=True, slots=True)
class CodeRequirements:
    """What the Chinese tariff of the day requires of goods of a code."""

    unit_1: str
    """法定第一计量单位, three digits."""
    unit_2: str = ""
    """法定第二计量单位; blank when the code has none."""
    slots: tuple[str, ...] = ()
    """Names of the declared elements of the code, in their order."""
    control_letters: str = ""
    """监管证件 of the code, case-sensitive."""


@dataclass(frozen=True, slots=True)
class DangerousGoods:
    """Information about dangerous goods (危险货物信息)."""

    un_number: str
    """UN编号, four digits."""
    name: str
    packing_kind: str
    """危包类别."""
    packing_mark: str
    """危包规格."""


@dataclass(frozen=True, slots=True)
class WriteOff:
    """A quantity written off a licence by a line (许可证核销)."""

    kind: str
    """Code of the licence's kind, at most five characters."""
    number: str
    line: str
    """Line of the licence."""
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class DeclarationLine:
    """A line of the declaration (表体), fields 33 to 43."""

    number: int
    """项号 (33), from 1 without gaps."""
    code: str
    """商品编号 (34): ten digits."""
    name: str
    """商品名称 (35)."""
    elements: tuple[str, ...]
    """规格型号 (35): declared elements in the order of the code's slots; unknown ones are blank."""
    statutory_1: Quantity | None
    """法定第一数量及单位 (36)."""
    statutory_2: Quantity | None
    """法定第二数量及单位 (36); None when the code has no second unit, or it is unknown."""
    declared: Quantity
    """成交数量及单位 (36)."""
    unit_price: Money
    """单价 (37) with its 币制 (39)."""
    total: Money
    """总价 (38)."""
    origin: str
    """原产国 (40), ISO 3166-1 alpha-3."""
    destination: str
    """最终目的国 (41), ISO 3166-1 alpha-3."""
    domestic_source: str
    """境内货源地 (42), five digits."""
    levy_mode: str
    """征免 (43), one digit."""
    net_g: int
    """Net grams; not a field of the form, but the base of its weights."""
    tariff: CodeRequirements | None = None
    """Requirements of the tariff of the day; None when it has no such code."""
    handbook_line: str = ""
    """备案序号 (33): the line of the handbook."""
    inspection_code: str = ""
    """检验检疫编码, three digits after the code."""
    batches: tuple[str, ...] = ()
    """生产批号: the lots that the goods come from."""
    produced_on: tuple[date, ...] = ()
    """生产日期 of those lots, each day once."""
    maker_number: str = ""
    """生产单位注册号: the producer's number at customs; required for food, on export only."""
    maker_name: str = ""
    control_code: str = ""
    """禁限管制识别码, four characters; blank when not known."""
    dangerous: DangerousGoods | None = None
    write_offs: tuple[WriteOff, ...] = ()


@dataclass(frozen=True, slots=True)
class Container:
    """A container and the lines whose goods are in it."""

    number: str
    lines: tuple[int, ...]
    model: str = ""
    """集装箱规格, as the list of customs codes it."""


@dataclass(frozen=True, slots=True)
class AttachedPermit:
    """A permit attached because a control letter requires it."""

    letter: str
    """单证代码, case-sensitive."""
    number: str
    """单证编号."""


@dataclass(frozen=True, slots=True)
class ExportDeclaration:
    """An export declaration: header fields 1 to 32, then the lines."""

    declared_on: date
    """The day of the draft; 申报日期 (6) itself is set by customs."""
    consignor: DomesticCompany
    """境内发货人 (3)."""
    exit_customs: str
    """出境关别 (4), four digits."""
    consignee: str
    """境外收货人 (8), by its name in Latin letters."""
    transport_mode: str
    """运输方式 (9), one character."""
    vehicle: str
    """运输工具名称 (10). Blank by road: the road manifest names the truck."""
    voyage: str
    """航次号 (10). By road the carrier's batch number of the manifest (货物运输批次号)."""
    waybill: str
    """提运单号 (11)."""
    producer: DomesticCompany | None
    """生产销售单位 (13); None when there are several, of which the declarant names one."""
    supervision_mode: str
    """监管方式 (14), four digits."""
    levy_nature: str
    """征免性质 (15), three digits."""
    contract: str
    """合同协议号 (18)."""
    trading_country: str
    """贸易国 (19), ISO 3166-1 alpha-3."""
    arrival_country: str
    """运抵国 (20), ISO 3166-1 alpha-3."""
    destination_port: str
    """指运港 (21)."""
    exit_port: str
    """离境口岸 (22)."""
    packing: str
    """包装种类 (23), two digits: the most frequent one."""
    other_packings: tuple[str, ...]
    """其他包装 (23)."""
    packages: int
    """件数 (24)."""
    gross_g: int
    """毛重 (25) in grams; printed in kilograms."""
    net_g: int
    """净重 (26) in grams; printed in kilograms."""
    delivery_group: str
    """成交方式 (27), one digit."""
    documents: tuple[str, ...]
    """随附单证 (31), by name and number."""
    marks: tuple[str, ...]
    """标记唛码 (32): the numbers on the packages."""
    lines: tuple[DeclarationLine, ...]
    charges: tuple[HeaderCharge, ...] = ()
    """运费, 保费, 杂费 (28 to 30)."""
    handbook: str = ""
    """备案号 (7), twelve characters; general trade has none."""
    licence: str = ""
    """许可证号 (16)."""
    permits: tuple[AttachedPermit, ...] = ()
    """Permits that control letters require (31)."""
    containers: tuple[Container, ...] = ()
    consignee_code: str = ""
    """AEO code of 境外收货人 (8), of countries that recognise ours."""
    note: str = ""
    """备注 (32)."""

    @property
    def total(self) -> Money:
        """The sum of all lines, in their one currency."""
        first, *rest = (line.total for line in self.lines)
        return sum(rest, first)
