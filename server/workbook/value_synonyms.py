"""Other words for the values of lists: Dutch, French, German, and the trade's own.

They are compared as `fields.folded` has them; the English value is not repeated here.
"""

from collections.abc import Mapping

from boekbrug.server.bookkeeping.terms import (
    AccountKind,
    CreditNoteDue,
    CustomerExport,
    CustomerKind,
    DiscountBooking,
    EInvoices,
    Kind,
    LineKind,
    Periods,
    Treatment,
    VatMode,
    VatReturn,
    VatScheme,
    VatStatus,
)

DOCUMENT_KINDS: Mapping[str, Kind] = {
    "factuur": Kind.INVOICE,
    "facture": Kind.INVOICE,
    "Rechnung": Kind.INVOICE,
    "credit": Kind.CREDIT_NOTE,
    "creditnote": Kind.CREDIT_NOTE,
    "credit-note": Kind.CREDIT_NOTE,
    "creditnota": Kind.CREDIT_NOTE,
    "credit nota": Kind.CREDIT_NOTE,
    "note de crédit": Kind.CREDIT_NOTE,
    "Rechnungskorrektur": Kind.CREDIT_NOTE,
}

CUSTOMER_KINDS: Mapping[str, CustomerKind] = {
    "bedrijf": CustomerKind.COMPANY,
    "onderneming": CustomerKind.COMPANY,
    "société": CustomerKind.COMPANY,
    "Firma": CustomerKind.COMPANY,
    "private person": CustomerKind.PERSON,
    "persoon": CustomerKind.PERSON,
    "particulier": CustomerKind.PERSON,
    "personne": CustomerKind.PERSON,
    "Privatperson": CustomerKind.PERSON,
    "overheid": CustomerKind.PUBLIC_BODY,
    "organisme public": CustomerKind.PUBLIC_BODY,
    "Behörde": CustomerKind.PUBLIC_BODY,
    "verzamelklant": CustomerKind.COLLECTIVE,
    "client collectif": CustomerKind.COLLECTIVE,
    "Sammelkunde": CustomerKind.COLLECTIVE,
    "vendor": CustomerKind.SUPPLIER,
    "creditor": CustomerKind.SUPPLIER,
    "leverancier": CustomerKind.SUPPLIER,
    "crediteur": CustomerKind.SUPPLIER,
    "fournisseur": CustomerKind.SUPPLIER,
    "Lieferant": CustomerKind.SUPPLIER,
    "Kreditor": CustomerKind.SUPPLIER,
    # TYPE of WinBooks' list; its 1, a customer, does not say of what kind, and is asked for.
    "2": CustomerKind.SUPPLIER,
}

ACCOUNT_KINDS: Mapping[str, AccountKind] = {
    "opbrengst": AccountKind.REVENUE,
    "produit": AccountKind.REVENUE,
    "Erlös": AccountKind.REVENUE,
    "korting": AccountKind.DISCOUNT,
    "remise": AccountKind.DISCOUNT,
    "klanten": AccountKind.RECEIVABLE,
    "clients": AccountKind.RECEIVABLE,
    "btw": AccountKind.VAT,
    "TVA": AccountKind.VAT,
    "afronding": AccountKind.ROUNDING,
    "arrondi": AccountKind.ROUNDING,
    "voorschot": AccountKind.DEPOSIT,
    "acompte": AccountKind.DEPOSIT,
    "voorgeschoten kosten": AccountKind.DISBURSEMENT,
    "débours": AccountKind.DISBURSEMENT,
    "korting voor contant": AccountKind.CASH_DISCOUNT,
    "escompte": AccountKind.CASH_DISCOUNT,
    "Skonto": AccountKind.CASH_DISCOUNT,
    "koersverschil": AccountKind.EXCHANGE,
    "différence de change": AccountKind.EXCHANGE,
    "Kursdifferenz": AccountKind.EXCHANGE,
}

TREATMENTS: Mapping[str, Treatment] = {
    "binnenland": Treatment.DOMESTIC,
    "national": Treatment.DOMESTIC,
    "Inland": Treatment.DOMESTIC,
    "nultarief": Treatment.ZERO_RATE,
    "taux zéro": Treatment.ZERO_RATE,
    "vrijgesteld": Treatment.EXEMPT,
    "exonéré": Treatment.EXEMPT,
    "steuerfrei": Treatment.EXEMPT,
    "medecontractant": Treatment.REVERSE_CHARGE_DOMESTIC,
    "btw verlegd binnenland": Treatment.REVERSE_CHARGE_DOMESTIC,
    "cocontractant": Treatment.REVERSE_CHARGE_DOMESTIC,
    "EU-goederen": Treatment.EU_GOODS,
    "biens UE": Treatment.EU_GOODS,
    "EU-diensten": Treatment.EU_SERVICES,
    "services UE": Treatment.EU_SERVICES,
    "driehoeksverkeer": Treatment.EU_GOODS_TRIANGULAR,
    "uitvoer": Treatment.EXPORT_GOODS,
    "exportation": Treatment.EXPORT_GOODS,
    "diensten buiten EU": Treatment.SERVICES_OUTSIDE_EU,
    "services hors UE": Treatment.SERVICES_OUTSIDE_EU,
    "OSS-goederen": Treatment.OSS_GOODS,
    "biens OSS": Treatment.OSS_GOODS,
    "OSS-diensten": Treatment.OSS_SERVICES,
    "services OSS": Treatment.OSS_SERVICES,
    "marge": Treatment.MARGIN,
    "margeregeling": Treatment.MARGIN,
    "Differenzbesteuerung": Treatment.MARGIN,
    "kleine onderneming": Treatment.SMALL_ENTERPRISE,
    "petite entreprise": Treatment.SMALL_ENTERPRISE,
    "Kleinunternehmer": Treatment.SMALL_ENTERPRISE,
    "voorschot": Treatment.DEPOSIT,
    "acompte": Treatment.DEPOSIT,
    "Anzahlung": Treatment.DEPOSIT,
    "buiten btw": Treatment.OUTSIDE_VAT,
    "hors TVA": Treatment.OUTSIDE_VAT,
}

PERIODS: Mapping[str, Periods] = {
    "month": Periods.MONTHS,
    "maanden": Periods.MONTHS,
    "mois": Periods.MONTHS,
    "quarter": Periods.QUARTERS,
    "kwartalen": Periods.QUARTERS,
    "trimestres": Periods.QUARTERS,
    "eigen tabel": Periods.OWN_TABLE,
}

CUSTOMER_EXPORTS: Mapping[str, CustomerExport] = {
    "yes": CustomerExport.NEW_AND_CHANGED,
    "ja": CustomerExport.NEW_AND_CHANGED,
    "oui": CustomerExport.NEW_AND_CHANGED,
    "nieuwe en gewijzigde": CustomerExport.NEW_AND_CHANGED,
    "alle": CustomerExport.ALL,
    "tous": CustomerExport.ALL,
    "no": CustomerExport.NONE,
    "nee": CustomerExport.NONE,
    "non": CustomerExport.NONE,
    "geen": CustomerExport.NONE,
}

VAT_MODES: Mapping[str, VatMode] = {
    "op lijnen": VatMode.ON_LINES,
    "par ligne": VatMode.ON_LINES,
    "op totaal": VatMode.ON_TOTAL,
    "sur le total": VatMode.ON_TOTAL,
}

LANGUAGES: Mapping[str, str] = {
    "English": "en",
    "Dutch": "nl",
    "Nederlands": "nl",
    "French": "fr",
    "français": "fr",
    "German": "de",
    "Deutsch": "de",
}

LINE_KINDS: Mapping[str, LineKind] = {
    "artikel": LineKind.ITEM,
    "article": LineKind.ITEM,
    "Artikel": LineKind.ITEM,
    "korting": LineKind.DISCOUNT,
    "remise": LineKind.DISCOUNT,
    "Rabatt": LineKind.DISCOUNT,
    "toeslag": LineKind.CHARGE,
    "supplément": LineKind.CHARGE,
    "Zuschlag": LineKind.CHARGE,
    "voorschot": LineKind.DEPOSIT,
    "acompte": LineKind.DEPOSIT,
    "Anzahlung": LineKind.DEPOSIT,
    "voorgeschoten kosten": LineKind.DISBURSEMENT,
    "débours": LineKind.DISBURSEMENT,
    "durchlaufender Posten": LineKind.DISBURSEMENT,
    "tekst": LineKind.TEXT,
    "texte": LineKind.TEXT,
}

VAT_SCHEMES: Mapping[str, VatScheme] = {
    "gewoon": VatScheme.NORMAL,
    "ordinaire": VatScheme.NORMAL,
    "kleine onderneming": VatScheme.SMALL_ENTERPRISE,
    "petite entreprise": VatScheme.SMALL_ENTERPRISE,
    "Kleinunternehmer": VatScheme.SMALL_ENTERPRISE,
    "vrijgesteld": VatScheme.EXEMPT,
    "exonéré": VatScheme.EXEMPT,
    "lid van een btw-eenheid": VatScheme.GROUP_MEMBER,
    "membre d'une unité TVA": VatScheme.GROUP_MEMBER,
}

VAT_STATUSES: Mapping[str, VatStatus] = {
    "btw-plichtig": VatStatus.LIABLE,
    "assujetti": VatStatus.LIABLE,
    "niet btw-plichtig": VatStatus.NOT_LIABLE,
    "non assujetti": VatStatus.NOT_LIABLE,
    "kleine onderneming": VatStatus.SMALL_ENTERPRISE,
    "petite entreprise": VatStatus.SMALL_ENTERPRISE,
    "aangevraagd": VatStatus.APPLIED_FOR,
    "demandé": VatStatus.APPLIED_FOR,
}

VAT_RETURNS: Mapping[str, VatReturn] = {
    "months": VatReturn.MONTH,
    "maand": VatReturn.MONTH,
    "maanden": VatReturn.MONTH,
    "mois": VatReturn.MONTH,
    "quarters": VatReturn.QUARTER,
    "kwartaal": VatReturn.QUARTER,
    "kwartalen": VatReturn.QUARTER,
    "trimestre": VatReturn.QUARTER,
    "geen": VatReturn.NONE,
    "aucune": VatReturn.NONE,
}

DISCOUNT_BOOKINGS: Mapping[str, DiscountBooking] = {
    "netto in de opbrengst": DiscountBooking.NET_IN_REVENUE,
    "net dans le produit": DiscountBooking.NET_IN_REVENUE,
    "eigen rekening": DiscountBooking.OWN_ACCOUNT,
    "compte propre": DiscountBooking.OWN_ACCOUNT,
}

CREDIT_NOTE_DUES: Mapping[str, CreditNoteDue] = {
    "datum van het document": CreditNoteDue.DOCUMENT_DATE,
    "date du document": CreditNoteDue.DOCUMENT_DATE,
    "volgens termijn": CreditNoteDue.BY_TERMS,
    "selon le délai": CreditNoteDue.BY_TERMS,
}

STATUSES: Mapping[str, str] = {
    "concept": "draft",
    "ontwerp": "draft",
    "brouillon": "draft",
    "Entwurf": "draft",
    "definitief": "final",
    "définitif": "final",
    "endgültig": "final",
}

PRIVATE_PERSONS: Mapping[str, str] = {
    "elk een eigen klant": "own customer each",
    "chacun son client": "own customer each",
    "jeder ein eigener Kunde": "own customer each",
    "verzamelklant": "collective customer",
    "client collectif": "collective customer",
    "Sammelkunde": "collective customer",
}

E_INVOICES: Mapping[str, EInvoices] = {
    **dict.fromkeys(("nee", "neen", "non", "nein"), EInvoices.NO),
    **dict.fromkeys(("ja", "oui"), EInvoices.BOOKED),
    "ja maar niet geboekt": EInvoices.NOT_BOOKED,
    "oui mais non comptabilisé": EInvoices.NOT_BOOKED,
    "ja aber nicht gebucht": EInvoices.NOT_BOOKED,
}
