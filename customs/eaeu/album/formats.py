"""Formats of the album's elements, version 5.23.0: lengths, digits, shapes of codes."""

from typing import Final

from customs.formats import ANY, ElementFormats, count, digits, formats_for, letters, shape, text

_ABOVE_ZERO: Final = shape(r"(?!0(\.0+)?$)[0-9]{1,18}(\.[0-9]{1,6})?")
_RATE: Final = shape(r"[0-9]{1,6}(\.[0-9]{1,6})?|[^0-9.]{2}|[0-9]{2}")
"""The rate of box 47, or the preference of the tax (box 36), which has the same element."""

_FORMATS: Final = {
    **formats_for(ANY, "RUDECLcat", "EqualIndicator"),
    **formats_for(letters(5), "RUDECLcat", "DocKindCode"),
    **formats_for(shape("[A-Z]{2}|00|99"), "RUDECLcat", "CountryA2Code"),
    **formats_for(text(25), "RUDECLcat", "RegistrationNumberId"),
    **formats_for(text(6), "RUDECLcat", "QualificationCertificate"),
    **formats_for(ANY, "RUScat_ru", "DocStartDate DocValidityDate EDocDateTime"),
    **formats_for(digits(2, 0), "RUScat_ru", "ScaleNumber"),
    **formats_for(digits(20, 4), "RUScat_ru", "CurrencyRate"),
    **formats_for(letters(3), "RUScat_ru", "CurrencyA3Code"),
    **formats_for(letters(5), "RUScat_ru", "DocKindCode"),
    **formats_for(shape("[A-Z]{2}"), "RUScat_ru", "LanguageCode"),
    **formats_for(shape("[A-Z]{2}|00|99"), "RUScat_ru", "CountryA2Code CountryCode"),
    **formats_for(shape(r"R(\.[A-Z]{2}\.[A-Z]{2}\.[0-9]{2})?\.[0-9]{3}"), "RUScat_ru", "EDocCode"),
    **formats_for(text(120), "RUScat_ru", "Region StreetHouse Town"),
    **formats_for(text(20), "RUScat_ru", "AddressKindCode"),
    **formats_for(text(9), "RUScat_ru", "PostalCode"),
    **formats_for(
        ANY,
        "catESAD_cu",
        "ComparisonResult ContainerIndicator DeliveryTime DeliveryTimeEND "
        "DocumentBeginActionsDate DocumentEndActionsDate OtherPrDocumentDate "
        "PrecedingDocumentDate RateUseDate",
    ),
    **formats_for(_ABOVE_ZERO, "catESAD_cu", "MeasuredAmount"),
    **formats_for(_RATE, "catESAD_cu", "Rate"),
    **formats_for(count(4), "catESAD_cu", "GroupNum"),
    **formats_for(count(6), "catESAD_cu", "CurrencyQuantity"),
    **formats_for(digits(1, 0), "catESAD_cu", "ComparisonOperationsSign"),
    **formats_for(digits(10, 0), "catESAD_cu", "CIMQuantity"),
    **formats_for(digits(11, 4), "catESAD_cu", "ContractCurrencyRate"),
    **formats_for(digits(12, 6), "catESAD_cu", "Rate2 Rate3"),
    **formats_for(
        digits(20, 2, signed=True),
        "catESAD_cu",
        "CustomsCost InvoicedCost PaymentAmount QuotaCurrencyQuantity StatisticalCost "
        "TotalCustCost TotalInvoiceAmount",
    ),
    **formats_for(
        digits(24, 6),
        "catESAD_cu",
        "GrossWeightQuantity NetWeightQuantity NetWeightQuantity2 TaxBase",
    ),
    **formats_for(digits(24, 8), "catESAD_cu", "GoodsQuantity"),
    **formats_for(
        digits(3, 0),
        "catESAD_cu",
        "GoodsNumeric PrecedingDocumentGoodsNumeric TotalGoodsNumber TotalSheetNumber",
    ),
    **formats_for(
        digits(5, 0),
        "catESAD_cu",
        "AdditionalSheetCount LineNumber SpecificationListNumber SpecificationNumber",
    ),
    **formats_for(
        digits(8, 0),
        "catESAD_cu",
        "ContainerQuantity ExciseQuantity PakagePartQuantity PakageQuantity PalleteQuantity "
        "TotalPackageNumber",
    ),
    **formats_for(digits(9, 3), "catESAD_cu", "WeightingFactor WeightingFactor2 WeightingFactor3"),
    **formats_for(
        letters(1),
        "catESAD_cu",
        "AdditionalSign CIMSign Excise GoodsTraceabilityCode InfoKindCode "
        "IntellectPropertySign OperationsSign PakageTypeCode RateTypeCode RateTypeCode2 "
        "RateTypeCode3",
    ),
    **formats_for(
        letters(2),
        "catESAD_cu",
        "CIMMarkingCode CustomsDuty CustomsTax DealFeatureCode MainCustomsModeCode "
        "PalleteCode PaymentCode PrecedingCustomsModeCode",
    ),
    **formats_for(
        letters(3),
        "catESAD_cu",
        "ContractCurrencyCode CustCostCurrencyCode DealNatureCode GoodsTransferFeature "
        "InvoicedCurrencyCode RateTNVEDQualifierCode RateTNVEDQualifierCode2 "
        "RateTNVEDQualifierCode3 TaxBaseTNVEDQualifierCode",
    ),
    **formats_for(letters(4), "catESAD_cu", "PaymentModeCode"),
    **formats_for(letters(5), "catESAD_cu", "PrecedingDocumentModeCode PresentedDocumentModeCode"),
    **formats_for(shape("[0-9A-Z]{3}"), "catESAD_cu", "MeasureUnitQualifierCode"),
    **formats_for(
        shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "catESAD_cu", "PrecedingDocumentCustomsCode"
    ),
    **formats_for(
        shape("[0-9]{3}"),
        "catESAD_cu",
        "PaymentCurrencyCode QuotaCurrencyCode RateCurrencyCode RateCurrencyCode2 "
        "RateCurrencyCode3 TaxBaseCurrencyCode",
    ),
    **formats_for(shape("[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10}"), "catESAD_cu", "GoodsTNVEDCode"),
    **formats_for(
        shape("[A-Z]{2}|00|99"),
        "catESAD_cu",
        "CountryCode DestinationCountryCode DispatchCountryCode OriginCountryCode TradeCountryCode",
    ),
    **formats_for(text(1), "catESAD_cu", "CustomsCostCorrectMethod"),
    **formats_for(text(13), "catESAD_cu", "MeasureUnitQualifierName"),
    **formats_for(text(150), "catESAD_cu", "Manufacturer TradeMark"),
    **formats_for(text(17), "catESAD_cu", "ContainerIdentificaror"),
    **formats_for(text(250), "catESAD_cu", "GoodsDescription"),
    **formats_for(
        text(40),
        "catESAD_cu",
        "CountryName DestinationCountryName DispatchCountryName OriginCountryName",
    ),
    **formats_for(text(5), "catESAD_cu", "RestrictionSign"),
    **formats_for(
        text(50),
        "catESAD_cu",
        "GoodsMark GoodsMarking GoodsModel GoodsStandard NumberCustomsZone "
        "OtherPrDocumentNumber SerialNumber",
    ),
    **formats_for(text(7), "catESAD_cu", "PrecedingDocumentNumber"),
    **formats_for(text(9), "catESAD_cu", "ExciseSerieses"),
    **formats_for(ANY, "cat_ru", "PrDocumentDate"),
    **formats_for(digits(24, 6), "cat_ru", "GoodsQuantity"),
    **formats_for(letters(2), "cat_ru", "TransportModeCode"),
    **formats_for(letters(3), "cat_ru", "MeasureUnitQualifierCode"),
    **formats_for(shape("[0-9]{12}"), "cat_ru", "BIN IIN"),
    **formats_for(shape("[0-9]{14}"), "cat_ru", "KGINN"),
    **formats_for(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "cat_ru", "Code"),
    **formats_for(shape("[0-9]{8}"), "cat_ru", "KGOKPO"),
    **formats_for(shape("[A-Z]{2}|00|99"), "cat_ru", "TransportMeansNationalityCode"),
    **formats_for(shape("[A-Z]{3}"), "cat_ru", "DeliveryTermsStringCode"),
    **formats_for(text(13), "cat_ru", "MeasureUnitQualifierName"),
    **formats_for(text(150), "cat_ru", "OrganizationName"),
    **formats_for(text(250), "cat_ru", "PrDocumentName"),
    **formats_for(text(36), "cat_ru", "DocumentID"),
    **formats_for(text(40), "cat_ru", "TransportIdentifier"),
    **formats_for(text(50), "cat_ru", "DeliveryPlace PrDocumentNumber"),
    **formats_for(ANY, "d", "CurrencyDate"),
    **formats_for(digits(1, 0), "d", "FormDTS"),
    **formats_for(
        digits(20, 2, signed=True), "d", "DollarDeclaredCustomsCost NationalDeclaredCustomsCost"
    ),
    **formats_for(digits(3, 0), "d", "GTDGoodsNumber SheetNumber"),
    **formats_for(letters(10), "d", "GoodsTNVEDCode"),
    **formats_for(letters(2), "d", "ElectronicDocumentSign"),
    **formats_for(text(1), "d", "CustomsCostMethodCode MethodNumberCode"),
    **formats_for(text(36), "d", "GTDDocumentID"),
    **formats_for(ANY, "e", "DeclarantEqualFlag"),
    **formats_for(count(5), "e", "TransportMeansQuantity"),
    **formats_for(
        letters(2),
        "e",
        "CustomsModeCode CustomsProcedure ElectronicDocumentSign InformationTypeCode "
        "PaymentWayCode",
    ),
    **formats_for(letters(3), "e", "DeclarationKind"),
    **formats_for(letters(5), "e", "PresentedDocumentModeCode"),
    **formats_for(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "e", "CustomsOffice"),
    **formats_for(shape("[A-Z]{2}"), "e", "LanguageGoods"),
    **formats_for(shape("[A-Z]{2}|00|99"), "e", "CustomsCountryCode RecipientCountryCode"),
    **formats_for(text(150), "e", "LocationName"),
    **formats_for(ANY, "v", "CurrencyDate DealCurrencyDate"),
    **formats_for(count(6), "v", "CurrencyQuantity"),
    **formats_for(digits(1, 0), "v", "PositionNumber"),
    **formats_for(digits(11, 4), "v", "CurrencyRate DealCurrencyRate"),
    **formats_for(
        digits(20, 2, signed=True),
        "v",
        "AgentBonus BasisNationalAmount BorderTransportCharges BuildingAmount "
        "CurrencyAmount DealCurrencyAmount DealNationalAmount DesignPayment "
        "IndirectNationalPayment InsuranceCharges IntellectualPropertyPayment LoadCharges "
        "PackageExpenses ProductionToolkitCost SellerIncome StoreCost TotalAdditionalSum "
        "TotalDeductionAmount UnionTaxPayment UnionTransportCharge WorkingStockCost",
    ),
    **formats_for(
        letters(1), "v", "Column7A Column7B Column7C Column8A Column8B Column9 Column9A Column9B"
    ),
    **formats_for(letters(3), "v", "CurrencyCode DealCurrencyCode"),
    **formats_for(letters(5), "v", "PresentedDocumentModeCode"),
    **formats_for(text(3), "v", "PositionsNumber"),
    **formats_for(text(40), "v", "BorderPlace"),
}
_FAMILY: Final = ElementFormats(_FORMATS)
leaf: Final = _FAMILY.leaf
leaves: Final = _FAMILY.leaves
required: Final = _FAMILY.required
