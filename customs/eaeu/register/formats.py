"""Formats of the elements of the register's structures (R.055, R.038, R.048)."""

from typing import Final

from customs.formats import ANY, ElementFormats, count, digits, formats_for, letters, shape, text

_UUID: Final = shape("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

_FORMATS: Final = {
    **formats_for(
        ANY,
        "casdo",
        "ApproximateValueIndicator ContainerIndicator CustomsValueDate DutyTaxFeeRateDate "
        "EqualIndicator GoodsTranshsipmentIndicator PriceInfluenceIndicator "
        "RelationIndicator RestrictionIndicator RoyaltyContractIndicator "
        "RoyaltyFeeIndicator SubsequentResaleIndicator ValueConditionIndicator",
    ),
    **formats_for(
        count(3), "casdo", "CarrierOrdinal ConsignmentItemOrdinal PageOrdinal TIRPageOrdinal"
    ),
    **formats_for(count(5), "casdo", "LineId"),
    **formats_for(digits(10, 0), "casdo", "CIMQuantity"),
    **formats_for(digits(12, 6), "casdo", "DutyTaxFeeRateValue"),
    **formats_for(
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
    **formats_for(digits(20, 4), "casdo", "ExchangeRate PriceCurrencyRate"),
    **formats_for(
        digits(24, 6),
        "casdo",
        "CleanNetMassMeasure GoodsMeasure TaxBaseMeasure TotalGrossMassMeasure",
    ),
    **formats_for(digits(4, 0), "casdo", "SealQuantity"),
    **formats_for(
        digits(5, 0),
        "casdo",
        "GoodsQuantity LoadingListsPageQuantity LoadingListsQuantity TransportMeansQuantity",
    ),
    **formats_for(digits(6, 0), "casdo", "ContainerQuantity"),
    **formats_for(digits(8, 0), "casdo", "CargoPartQuantity CargoQuantity ExciseStampQuantity"),
    **formats_for(digits(9, 3), "casdo", "WeightRatioNumber"),
    **formats_for(
        letters(1),
        "casdo",
        "CIMSignCode CVDFormCode CargoOperationKindCode DutyTaxFeeRateKindCode "
        "GoodsProhibitionFreeCode GoodsTraceabilityCode GuaranteePresentCode IPOCode "
        "PackageAvailabilityCode ValuationMethodCode",
    ),
    **formats_for(
        letters(2),
        "casdo",
        "CIMMarkingCode CustomsIdentificationMethodCode CustomsProcedureCode "
        "CustomsTaxPaymentFeatureCode CustomsTaxPaymentMethodCode DeclarationKindCode "
        "GoodsLocationCode PreviousCustomsProcedureModeCode TransitProcedureCode",
    ),
    **formats_for(
        letters(3), "casdo", "DeclarationFeatureCode DeliveryTermsCode GoodsMoveFeatureCode"
    ),
    **formats_for(letters(4), "casdo", "CustomsTaxModeCode"),
    **formats_for(shape("[0-9]{2}"), "casdo", "PaymentGuaranteeMethodCode TransactionFeatureCode"),
    **formats_for(shape("[0-9]{3}"), "casdo", "TransactionNatureCode"),
    **formats_for(shape("[0-9]{8}"), "casdo", "TIRId"),
    **formats_for(
        shape("[A-Z]{2}"), "casdo", "DepartureCountryCode DestinationCountryCode TIRSeriesId"
    ),
    **formats_for(shape("[A-Z]{2}|[0-9]{2}"), "casdo", "CACountryCode RegistrationNationalityCode"),
    **formats_for(shape("ЭД|ОО"), "casdo", "EDocIndicatorCode"),
    **formats_for(text(10), "casdo", "NoGuaranteeCauseCode"),
    **formats_for(text(120), "casdo", "PlaceName"),
    **formats_for(text(17), "casdo", "ContainerId"),
    **formats_for(text(18), "casdo", "TIRHolderId"),
    **formats_for(
        text(2),
        "casdo",
        "CustomsClearanceChargesPrefCode CustomsDutyPrefCode ExcisePrefCode VATPrefCode",
    ),
    **formats_for(text(20), "casdo", "CustomsIdentificationMeansId InformationKindCode PersonId"),
    **formats_for(text(25), "casdo", "RegistrationNumberId"),
    **formats_for(text(250), "casdo", "GoodsDescriptionText TradeMarkName"),
    **formats_for(text(4), "casdo", "DocumentBoxId"),
    **formats_for(text(40), "casdo", "ReferenceDocumentId ShortCountryName StandardName"),
    **formats_for(text(5), "casdo", "ProhibitionCode"),
    **formats_for(text(50), "casdo", "CustomsControlZoneId MeasureUnitAbbreviationCode"),
    **formats_for(text(6), "casdo", "QualificationCertificateId"),
    **formats_for(text(7), "casdo", "CustomsDocumentId"),
    **formats_for(text(8), "casdo", "ExciseStampSeriesId"),
    **formats_for(
        ANY, "csdo", "DocCreationDate DocStartDate DocValidityDate EDocDateTime EndDate StartDate"
    ),
    **formats_for(_UUID, "csdo", "EDocId"),
    **formats_for(count(3), "csdo", "ObjectOrdinal"),
    **formats_for(
        digits(24, 6),
        "csdo",
        "UnifiedGrossMassMeasure UnifiedHeightMeasure UnifiedLengthMeasure "
        "UnifiedNetMassMeasure UnifiedWidthMeasure",
    ),
    **formats_for(digits(4, 0), "csdo", "PageQuantity"),
    **formats_for(digits(8, 0), "csdo", "PackageQuantity"),
    **formats_for(shape("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8,10}"), "csdo", "CommodityCode"),
    **formats_for(shape("[0-9]{2}|[0-9]{5}|[0-9]{8}"), "csdo", "CustomsOfficeCode"),
    **formats_for(shape("[0-9]{3}"), "csdo", "UnifiedCurrencyN3Code"),
    **formats_for(shape("[A-Z0-9][A-Z0-9 -]{1,8}[A-Z0-9]"), "csdo", "PostCode"),
    **formats_for(shape("[A-Z0-9]{2}"), "csdo", "PackageKindCode"),
    **formats_for(shape("[A-Z]{2}"), "csdo", "UnifiedCountryCode"),
    **formats_for(shape(r"R(\.[A-Z]{2}\.[A-Z]{2}\.[0-9]{2})?\.[0-9]{3}"), "csdo", "EDocCode"),
    **formats_for(text(120), "csdo", "CityName RegionName StreetName"),
    **formats_for(
        text(20),
        "csdo",
        "AddressKindCode DocKindCode TaxpayerId UnifiedMeasurementUnitCode "
        "UnifiedTransportModeCode",
    ),
    **formats_for(text(250), "csdo", "ProductMarkName ProductModelName"),
    **formats_for(text(300), "csdo", "SubjectName"),
    **formats_for(text(40), "csdo", "TransportMeansRegId"),
    **formats_for(text(50), "csdo", "CustomsOfficeName DocId ProductId ProductInstanceId"),
    **formats_for(text(500), "csdo", "DocName"),
    "@codeListId": text(20),
    "@currencyCode": shape("[A-Z]{3}|[0-9]{3}"),
    "@currencyCodeListId": text(20),
    "@measurementUnitCode": shape("[0-9A-Z]{2,3}|[0-9]{3,4}"),
    "@measurementUnitCodeListId": text(20),
    "@scaleNumber": digits(2, 0),
}
_FAMILY: Final = ElementFormats(_FORMATS)
leaf: Final = _FAMILY.leaf
leaves: Final = _FAMILY.leaves
required: Final = _FAMILY.required
