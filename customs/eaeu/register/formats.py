"""What the register's structures take in each element (R.055, R.038, R.048)."""

from typing import Final

from customs.formats import ANY, Family, count, digits, letters, named, shape, text

_UUID: Final = shape("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

_FORMATS: Final = {
    **named(
        ANY,
        "casdo",
        "ApproximateValueIndicator ContainerIndicator CustomsValueDate DutyTaxFeeRateDate "
        "EqualIndicator GoodsTranshsipmentIndicator PriceInfluenceIndicator "
        "RelationIndicator RestrictionIndicator RoyaltyContractIndicator "
        "RoyaltyFeeIndicator SubsequentResaleIndicator ValueConditionIndicator",
    ),
    **named(count(3), "casdo", "CarrierOrdinal ConsignmentItemOrdinal PageOrdinal TIRPageOrdinal"),
    **named(count(5), "casdo", "LineId"),
    **named(digits(10, 0), "casdo", "CIMQuantity"),
    **named(digits(12, 6), "casdo", "DutyTaxFeeRateValue"),
    **named(
        digits(20, 2, signed=True),
        "casdo",
        "AssemblyValueAmount BrokerageAmount CAPaymentNAmount CAValueAmount "
        "CustomsValueAmount DesignValueAmount GuaranteeAmount InsuranceValueAmount "
        "InvoicePriceAmount LoadingValueAmount MaterialsValueAmount "
        "NationalIndirectPaymentAmount NationalInvoicePriceAmount PackageValueAmount "
        "QuotaRemainderAmount ResourceValueAmount RoyaltyAmount StatisticValueAmount "
        "SubsequentResaleAmount ToolsValueAmount TotalAmount TransportValueAmount "
        "UnionTaxPaymentAmount",
    ),
    **named(digits(20, 4), "casdo", "ExchangeRate PriceCurrencyRate"),
    **named(
        digits(24, 6),
        "casdo",
        "CleanNetMassMeasure GoodsMeasure TaxBaseMeasure TotalGrossMassMeasure",
    ),
    **named(digits(4, 0), "casdo", "SealQuantity"),
    **named(
        digits(5, 0),
        "casdo",
        "GoodsQuantity LoadingListsPageQuantity LoadingListsQuantity TransportMeansQuantity",
    ),
    **named(digits(6, 0), "casdo", "ContainerQuantity"),
    **named(digits(8, 0), "casdo", "CargoPartQuantity CargoQuantity ExciseStampQuantity"),
    **named(digits(9, 3), "casdo", "WeightRatioNumber"),
    **named(
        letters(1),
        "casdo",
        "CIMSignCode CVDFormCode CargoOperationKindCode DutyTaxFeeRateKindCode "
        "GoodsProhibitionFreeCode GoodsTraceabilityCode GuaranteePresentCode IPOCode "
        "PackageAvailabilityCode ValuationMethodCode",
    ),
    **named(
        letters(2),
        "casdo",
        "CIMMarkingCode CustomsIdentificationMethodCode CustomsProcedureCode "
        "CustomsTaxPaymentFeatureCode CustomsTaxPaymentMethodCode DeclarationKindCode "
        "GoodsLocationCode PreviousCustomsProcedureModeCode TransitProcedureCode",
    ),
    **named(letters(3), "casdo", "DeclarationFeatureCode DeliveryTermsCode GoodsMoveFeatureCode"),
    **named(letters(4), "casdo", "CustomsTaxModeCode"),
    **named(shape("[0-9]{2}"), "casdo", "PaymentGuaranteeMethodCode TransactionFeatureCode"),
    **named(shape("[0-9]{3}"), "casdo", "TransactionNatureCode"),
    **named(shape("[0-9]{8}"), "casdo", "TIRId"),
    **named(shape("[A-Z]{2}"), "casdo", "DepartureCountryCode DestinationCountryCode TIRSeriesId"),
    **named(shape("[A-Z]{2}|[0-9]{2}"), "casdo", "CACountryCode RegistrationNationalityCode"),
    **named(shape("ЭД|ОО"), "casdo", "EDocIndicatorCode"),
    **named(text(10), "casdo", "NoGuaranteeCauseCode"),
    **named(text(120), "casdo", "PlaceName"),
    **named(text(17), "casdo", "ContainerId"),
    **named(text(18), "casdo", "TIRHolderId"),
    **named(
        text(2),
        "casdo",
        "CustomsClearanceChargesPrefCode CustomsDutyPrefCode ExcisePrefCode VATPrefCode",
    ),
    **named(text(20), "casdo", "CustomsIdentificationMeansId InformationKindCode PersonId"),
    **named(text(25), "casdo", "RegistrationNumberId"),
    **named(text(250), "casdo", "GoodsDescriptionText TradeMarkName"),
    **named(text(4), "casdo", "DocumentBoxId"),
    **named(text(40), "casdo", "ReferenceDocumentId ShortCountryName StandardName"),
    **named(text(5), "casdo", "ProhibitionCode"),
    **named(text(50), "casdo", "CustomsControlZoneId MeasureUnitAbbreviationCode"),
    **named(text(6), "casdo", "QualificationCertificateId"),
    **named(text(7), "casdo", "CustomsDocumentId"),
    **named(text(8), "casdo", "ExciseStampSeriesId"),
    **named(
        ANY, "csdo", "DocCreationDate DocStartDate DocValidityDate EDocDateTime EndDate StartDate"
    ),
    **named(_UUID, "csdo", "EDocId"),
    **named(count(3), "csdo", "ObjectOrdinal"),
    **named(
        digits(24, 6),
        "csdo",
        "UnifiedGrossMassMeasure UnifiedHeightMeasure UnifiedLengthMeasure "
        "UnifiedNetMassMeasure UnifiedWidthMeasure",
    ),
    **named(digits(4, 0), "csdo", "PageQuantity"),
    **named(digits(8, 0), "csdo", "PackageQuantity"),
    **named(shape("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8,10}"), "csdo", "CommodityCode"),
    **named(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "csdo", "CustomsOfficeCode"),
    **named(shape("[0-9]{3}"), "csdo", "UnifiedCurrencyN3Code"),
    **named(shape("[A-Z0-9][A-Z0-9 -]{1,8}[A-Z0-9]"), "csdo", "PostCode"),
    **named(shape("[A-Z0-9]{2}"), "csdo", "PackageKindCode"),
    **named(shape("[A-Z]{2}"), "csdo", "UnifiedCountryCode"),
    **named(shape(r"R(\.[A-Z]{2}\.[A-Z]{2}\.[0-9]{2})?\.[0-9]{3}"), "csdo", "EDocCode"),
    **named(text(120), "csdo", "CityName RegionName StreetName"),
    **named(
        text(20),
        "csdo",
        "AddressKindCode DocKindCode TaxpayerId UnifiedMeasurementUnitCode "
        "UnifiedTransportModeCode",
    ),
    **named(text(250), "csdo", "ProductMarkName ProductModelName"),
    **named(text(300), "csdo", "SubjectName"),
    **named(text(40), "csdo", "TransportMeansRegId"),
    **named(text(50), "csdo", "CustomsOfficeName DocId ProductId ProductInstanceId"),
    **named(text(500), "csdo", "DocName"),
    "@codeListId": text(20),
    "@currencyCode": shape("[A-Z]{3}|[0-9]{3}"),
    "@currencyCodeListId": text(20),
    "@measurementUnitCode": shape("[0-9A-Z]{2,3}|[0-9]{3,4}"),
    "@measurementUnitCodeListId": text(20),
    "@scaleNumber": digits(2, 0),
}
_FAMILY: Final = Family(_FORMATS)
leaf: Final = _FAMILY.leaf
leaves: Final = _FAMILY.leaves
needed: Final = _FAMILY.needed
