"""What the album takes in each element, version 5.23.0: lengths, digits, shapes of codes."""

from typing import Final

from customs.formats import ANY, Family, count, digits, letters, named, shape, text

_ABOVE_ZERO: Final = shape(r"(?!0(\.0+)?$)[0-9]{1,18}(\.[0-9]{1,6})?")
_RATE: Final = shape(r"[0-9]{1,6}(\.[0-9]{1,6})?|[^0-9.]{2}|[0-9]{2}")
"""Of box 47; the preference of the tax (box 36) is told by an element of the same name."""

_FORMATS: Final = {
    **named(ANY, "RUDECLcat", "EqualIndicator"),
    **named(letters(5), "RUDECLcat", "DocKindCode"),
    **named(shape("[A-Z]{2}|00|99"), "RUDECLcat", "CountryA2Code"),
    **named(text(25), "RUDECLcat", "RegistrationNumberId"),
    **named(text(6), "RUDECLcat", "QualificationCertificate"),
    **named(ANY, "RUScat_ru", "DocStartDate DocValidityDate EDocDateTime"),
    **named(digits(2, 0), "RUScat_ru", "ScaleNumber"),
    **named(digits(20, 4), "RUScat_ru", "CurrencyRate"),
    **named(letters(3), "RUScat_ru", "CurrencyA3Code"),
    **named(letters(5), "RUScat_ru", "DocKindCode"),
    **named(shape("[A-Z]{2}"), "RUScat_ru", "LanguageCode"),
    **named(shape("[A-Z]{2}|00|99"), "RUScat_ru", "CountryA2Code CountryCode"),
    **named(shape(r"R(\.[A-Z]{2}\.[A-Z]{2}\.[0-9]{2})?\.[0-9]{3}"), "RUScat_ru", "EDocCode"),
    **named(text(120), "RUScat_ru", "Region StreetHouse Town"),
    **named(text(20), "RUScat_ru", "AddressKindCode"),
    **named(text(9), "RUScat_ru", "PostalCode"),
    **named(
        ANY,
        "catESAD_cu",
        "ComparisonResult ContainerIndicator DeliveryTime DeliveryTimeEND "
        "DocumentBeginActionsDate DocumentEndActionsDate OtherPrDocumentDate "
        "PrecedingDocumentDate RateUseDate",
    ),
    **named(_ABOVE_ZERO, "catESAD_cu", "MeasuredAmount"),
    **named(_RATE, "catESAD_cu", "Rate"),
    **named(count(4), "catESAD_cu", "GroupNum"),
    **named(count(6), "catESAD_cu", "CurrencyQuantity"),
    **named(digits(1, 0), "catESAD_cu", "ComparisonOperationsSign"),
    **named(digits(10, 0), "catESAD_cu", "CIMQuantity"),
    **named(digits(11, 4), "catESAD_cu", "ContractCurrencyRate"),
    **named(digits(12, 6), "catESAD_cu", "Rate2 Rate3"),
    **named(
        digits(20, 2, signed=True),
        "catESAD_cu",
        "CustomsCost InvoicedCost PaymentAmount QuotaCurrencyQuantity StatisticalCost "
        "TotalCustCost TotalInvoiceAmount",
    ),
    **named(
        digits(24, 6),
        "catESAD_cu",
        "GrossWeightQuantity NetWeightQuantity NetWeightQuantity2 TaxBase",
    ),
    **named(digits(24, 8), "catESAD_cu", "GoodsQuantity"),
    **named(
        digits(3, 0),
        "catESAD_cu",
        "GoodsNumeric PrecedingDocumentGoodsNumeric TotalGoodsNumber TotalSheetNumber",
    ),
    **named(
        digits(5, 0),
        "catESAD_cu",
        "AdditionalSheetCount LineNumber SpecificationListNumber SpecificationNumber",
    ),
    **named(
        digits(8, 0),
        "catESAD_cu",
        "ContainerQuantity ExciseQuantity PakagePartQuantity PakageQuantity PalleteQuantity "
        "TotalPackageNumber",
    ),
    **named(digits(9, 3), "catESAD_cu", "WeightingFactor WeightingFactor2 WeightingFactor3"),
    **named(
        letters(1),
        "catESAD_cu",
        "AdditionalSign CIMSign Excise GoodsTraceabilityCode InfoKindCode "
        "IntellectPropertySign OperationsSign PakageTypeCode RateTypeCode RateTypeCode2 "
        "RateTypeCode3",
    ),
    **named(
        letters(2),
        "catESAD_cu",
        "CIMMarkingCode CustomsDuty CustomsTax DealFeatureCode MainCustomsModeCode "
        "PalleteCode PaymentCode PrecedingCustomsModeCode",
    ),
    **named(
        letters(3),
        "catESAD_cu",
        "ContractCurrencyCode CustCostCurrencyCode DealNatureCode GoodsTransferFeature "
        "InvoicedCurrencyCode RateTNVEDQualifierCode RateTNVEDQualifierCode2 "
        "RateTNVEDQualifierCode3 TaxBaseTNVEDQualifierCode",
    ),
    **named(letters(4), "catESAD_cu", "PaymentModeCode"),
    **named(letters(5), "catESAD_cu", "PrecedingDocumentModeCode PresentedDocumentModeCode"),
    **named(shape("[0-9A-Z]{3}"), "catESAD_cu", "MeasureUnitQualifierCode"),
    **named(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "catESAD_cu", "PrecedingDocumentCustomsCode"),
    **named(
        shape("[0-9]{3}"),
        "catESAD_cu",
        "PaymentCurrencyCode QuotaCurrencyCode RateCurrencyCode RateCurrencyCode2 "
        "RateCurrencyCode3 TaxBaseCurrencyCode",
    ),
    **named(shape("[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10}"), "catESAD_cu", "GoodsTNVEDCode"),
    **named(
        shape("[A-Z]{2}|00|99"),
        "catESAD_cu",
        "CountryCode DestinationCountryCode DispatchCountryCode OriginCountryCode TradeCountryCode",
    ),
    **named(text(1), "catESAD_cu", "CustomsCostCorrectMethod"),
    **named(text(13), "catESAD_cu", "MeasureUnitQualifierName"),
    **named(text(150), "catESAD_cu", "Manufacturer TradeMark"),
    **named(text(17), "catESAD_cu", "ContainerIdentificaror"),
    **named(text(250), "catESAD_cu", "GoodsDescription"),
    **named(
        text(40),
        "catESAD_cu",
        "CountryName DestinationCountryName DispatchCountryName OriginCountryName",
    ),
    **named(text(5), "catESAD_cu", "RestrictionSign"),
    **named(
        text(50),
        "catESAD_cu",
        "GoodsMark GoodsMarking GoodsModel GoodsStandard NumberCustomsZone "
        "OtherPrDocumentNumber SerialNumber",
    ),
    **named(text(7), "catESAD_cu", "PrecedingDocumentNumber"),
    **named(text(9), "catESAD_cu", "ExciseSerieses"),
    **named(ANY, "cat_ru", "PrDocumentDate"),
    **named(digits(24, 6), "cat_ru", "GoodsQuantity"),
    **named(letters(2), "cat_ru", "TransportModeCode"),
    **named(letters(3), "cat_ru", "MeasureUnitQualifierCode"),
    **named(shape("[0-9]{12}"), "cat_ru", "BIN IIN"),
    **named(shape("[0-9]{14}"), "cat_ru", "KGINN"),
    **named(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "cat_ru", "Code"),
    **named(shape("[0-9]{8}"), "cat_ru", "KGOKPO"),
    **named(shape("[A-Z]{2}|00|99"), "cat_ru", "TransportMeansNationalityCode"),
    **named(shape("[A-Z]{3}"), "cat_ru", "DeliveryTermsStringCode"),
    **named(text(13), "cat_ru", "MeasureUnitQualifierName"),
    **named(text(150), "cat_ru", "OrganizationName"),
    **named(text(250), "cat_ru", "PrDocumentName"),
    **named(text(36), "cat_ru", "DocumentID"),
    **named(text(40), "cat_ru", "TransportIdentifier"),
    **named(text(50), "cat_ru", "DeliveryPlace PrDocumentNumber"),
    **named(ANY, "d", "CurrencyDate"),
    **named(digits(1, 0), "d", "FormDTS"),
    **named(
        digits(20, 2, signed=True), "d", "DollarDeclaredCustomsCost NationalDeclaredCustomsCost"
    ),
    **named(digits(3, 0), "d", "GTDGoodsNumber SheetNumber"),
    **named(letters(10), "d", "GoodsTNVEDCode"),
    **named(letters(2), "d", "ElectronicDocumentSign"),
    **named(text(1), "d", "CustomsCostMethodCode MethodNumberCode"),
    **named(text(36), "d", "GTDDocumentID"),
    **named(ANY, "e", "DeclarantEqualFlag"),
    **named(count(5), "e", "TransportMeansQuantity"),
    **named(
        letters(2),
        "e",
        "CustomsModeCode CustomsProcedure ElectronicDocumentSign InformationTypeCode "
        "PaymentWayCode",
    ),
    **named(letters(3), "e", "DeclarationKind"),
    **named(letters(5), "e", "PresentedDocumentModeCode"),
    **named(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "e", "CustomsOffice"),
    **named(shape("[A-Z]{2}"), "e", "LanguageGoods"),
    **named(shape("[A-Z]{2}|00|99"), "e", "CustomsCountryCode RecipientCountryCode"),
    **named(text(150), "e", "LocationName"),
    **named(ANY, "v", "CurrencyDate DealCurrencyDate"),
    **named(count(6), "v", "CurrencyQuantity"),
    **named(digits(1, 0), "v", "PositionNumber"),
    **named(digits(11, 4), "v", "CurrencyRate DealCurrencyRate"),
    **named(
        digits(20, 2, signed=True),
        "v",
        "AgentBonus BasisNationalAmount BorderTransportCharges BuildingAmount "
        "CurrencyAmount DealCurrencyAmount DealNationalAmount DesignPayment "
        "IndirectNationalPayment InsuranceCharges IntellectualPropertyPayment LoadCharges "
        "PackageExpenses ProductionToolkitCost SellerIncome StoreCost TotalAdditionalSum "
        "TotalDeductionAmount UnionTaxPayment UnionTransportCharge WorkingStockCost",
    ),
    **named(
        letters(1), "v", "Column7A Column7B Column7C Column8A Column8B Column9 Column9A Column9B"
    ),
    **named(letters(3), "v", "CurrencyCode DealCurrencyCode"),
    **named(letters(5), "v", "PresentedDocumentModeCode"),
    **named(text(3), "v", "PositionsNumber"),
    **named(text(40), "v", "BorderPlace"),
}
_FAMILY: Final = Family(_FORMATS)
leaf: Final = _FAMILY.leaf
leaves: Final = _FAMILY.leaves
needed: Final = _FAMILY.needed
