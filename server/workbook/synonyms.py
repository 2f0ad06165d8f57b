"""Other words for tabs, headers and settings: Dutch, French, German, and the trade's own.

Every name is compared without accents, case, points and doubled spaces (`layout.name_key`). The
English header is the name in the schemas; it is not repeated here.
"""

from collections.abc import Mapping

from boekbrug.server.workbook.book_synonyms import FURTHER_BOOKS
from boekbrug.server.workbook.document_synonyms import FURTHER_DOCUMENTS
from boekbrug.server.workbook.setting_synonyms import SETTINGS

__all__ = ["HEADERS", "SETTINGS", "STAND_INS", "TABS"]

TABS: Mapping[str, tuple[str, ...]] = {
    "Start": ("Démarrage",),
    "Settings": ("Instellingen", "Paramètres", "Einstellungen", "Parameters"),
    "VAT": ("Btw", "Btw-codes", "TVA", "Codes TVA", "MwSt", "USt", "Steuerschlüssel", "VAT codes"),
    "Accounts": ("Rekeningen", "Comptes", "Konten", "Ledger accounts"),
    "Customers": ("Klanten", "Clients", "Kunden"),
    "Invoices": ("Facturen", "Factures", "Rechnungen"),
    "Lines": (
        *("Regels", "Lijnen", "Factuurregels", "Factuurlijnen", "Lignes", "Lignes de facture"),
        *("Zeilen", "Rechnungszeilen", "Positionen", "Rechnungspositionen", "Invoice lines"),
    ),
    "Check": ("Controle", "Prüfung", "Review"),
    "Exports": ("Exportations", "Exporte", "Batches"),
    "Balance": ("Tegoed", "Solde", "Guthaben", "Wallet"),
}

_ACCOUNT_NUMBER = ("Rekening", "Compte", "Konto", "Account", "Account number", "Nummer", "Numéro")
_NAME = ("Naam", "Nom", "Bezeichnung")
_KIND = ("Soort", "Type", "Art", "Genre")
_HOLD = ("Tegenhouden", "In wacht", "Retenir", "Zurückhalten", "On hold")
_PROBLEM = ("Probleem", "Problème", "Fehler")
_STATE = ("Toestand", "État", "Zustand")
_DESCRIPTION = ("Omschrijving", "Beschreibung", "Libellé")
_NET = ("Netto", "Montant HT", "HT", "Excl. btw", "Net amount")
_VAT = (
    *("Btw", "TVA", "MwSt", "USt", "VAT code", "Btw-code", "Code TVA"),
    *("Steuerschlüssel", "Steuercode", "MwSt-Code", "USt-Code"),
)
_VAT_RATES = (
    *("Btw %", "Btw-tarief", "Btw-percentage", "Tarief btw", "TVA %", "Taux TVA", "Taux de TVA"),
    *("MwSt %", "MwSt-Satz", "USt %", "Steuersatz", "VAT %", "VAT rate", "VAT rate %"),
)
_NET_AMOUNTS = (
    *("Nettobedrag", "Netto bedrag", "Bedrag excl. btw", "Bedrag exclusief btw", "Bedrag excl."),
    *("Totaal excl. btw", "Montant hors TVA", "Montant net", "Total HT", "Total hors TVA"),
    *("Nettobetrag", "Betrag netto", "Betrag ohne MwSt", "Amount excl. VAT", "Total excl. VAT"),
)
_CUSTOMER = ("Klant", "Client", "Kunde")
_DISCOUNT = (
    *("Korting %", "Remise %", "Rabatt %", "Discount", "Korting", "Remise", "Rabatt"),
    *("Disc. %", "Disc.", "Line discount %"),
)

_HEADERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Settings": {
        "Setting": ("Instelling", "Paramètre", "Einstellung"),
        "Value": ("Waarde", "Valeur", "Wert"),
        "What it means": ("Wat het betekent", "Help", "Signification", "Bedeutung"),
    },
    "VAT": {
        "Code": (
            *("VAT code", "Btw-code", "Code TVA", "Steuerschlüssel", "Steuercode"),
            *("MwSt-Code", "USt-Code"),
        ),
        "Name": _NAME,
        "Rate %": ("Rate", "Tarief %", "Tarief", "Taux %", "Taux", "Satz %", "Satz"),
        "Treatment": ("Behandeling", "Btw-regeling", "Traitement", "Behandlung"),
        "Suggested account": (
            "Voorgestelde rekening",
            "Compte proposé",
            "Suggested revenue account",
            "Vorgeschlagenes Konto",
        ),
        "Code at the accountant": (
            "Code bij de boekhouder",
            "Code chez le comptable",
            "Code beim Steuerberater",
        ),
    },
    "Accounts": {"Number": _ACCOUNT_NUMBER, "Name": _NAME, "Kind": _KIND},
    "Customers": {
        "Customer": _CUSTOMER,
        "Name": (*_NAME, "Full name"),
        "Kind": _KIND,
        "VAT number": (
            "Btw-nummer",
            "Btw nr",
            "Numéro de TVA",
            "N° TVA",
            "USt-IdNr",
            "VAT no",
        ),
        "Street": ("Straat", "Rue", "Straße"),
        "Postcode": ("Postnummer", "Code postal", "PLZ", "Postal code", "ZIP"),
        "City": ("Gemeente", "Stad", "Plaats", "Ville", "Ort", "Stadt"),
        "Country": ("Land", "Pays"),
        "Language": ("Taal", "Langue", "Sprache"),
        "Payment term": (
            "Betalingstermijn",
            "Payment terms",
            "Délai de paiement",
            "Zahlungsziel",
            "Betaaltermijn",
        ),
        "E-mail": ("Email", "Mail", "E-mailadres", "Courriel"),
        "Hold": _HOLD,
        "Accountant's no.": (
            "Nr. boekhouder",
            "External ID",
            "Externe ID",
            "N° comptable",
            "Nr. Steuerberater",
            "Accountant's number",
            "Customer number at the accountant",
        ),
        "State": _STATE,
        "Problem": _PROBLEM,
    },
    "Invoices": {
        "Number": ("Nummer", "Numéro", "N°", "Invoice number", "Factuurnummer"),
        "Kind": _KIND,
        "Date": ("Datum", "Invoice date", "Factuurdatum"),
        "Due": ("Vervaldatum", "Vervalt", "Échéance", "Fällig", "Due date"),
        "Customer": _CUSTOMER,
        "Description": _DESCRIPTION,
        "Net": _NET,
        "VAT": _VAT,
        "Account": _ACCOUNT_NUMBER[:3],
        "Net as printed": ("Netto zoals gedrukt", "Net imprimé", "Netto wie gedruckt"),
        "VAT as printed": ("Btw zoals gedrukt", "TVA imprimée", "MwSt wie gedruckt"),
        "Total as printed": (
            "Totaal zoals gedrukt",
            "Total imprimé",
            "Summe wie gedruckt",
        ),
        "Document discount %": ("Korting document %", "Remise document %", "Belegrabatt %"),
        "Reference": (
            "Mededeling",
            "Gestructureerde mededeling",
            "Payment reference",
            "Communication structurée",
            "Referentie",
            "Referenz",
        ),
        "Hold": _HOLD,
        "State": _STATE,
        "Exported on": ("Geëxporteerd op", "Exporté le", "Exportiert am"),
        "Export": ("Batch",),
        "Problem": _PROBLEM,
    },
    "Lines": {
        "Invoice": ("Factuur", "Facture", "Rechnung", "Invoice number", "Factuurnummer"),
        "Kind": _KIND,
        "Description": _DESCRIPTION,
        "Quantity": ("Aantal", "Hoeveelheid", "Quantité", "Menge", "Qty", "Qté"),
        "Unit price": ("Eenheidsprijs", "Prijs", "Prix unitaire", "Einzelpreis", "Price"),
        "Discount %": _DISCOUNT,
        "VAT": _VAT,
        "Account": _ACCOUNT_NUMBER[:3],
        "Problem": _PROBLEM,
    },
}

HEADERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    tab: {**headers, **FURTHER_BOOKS.get(tab, {}), **FURTHER_DOCUMENTS.get(tab, {})}
    for tab, headers in _HEADERS.items()
}
"""By tab and English header; those of the columns that the first sheet lacks are their own data."""

STAND_INS: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{(tab, "VAT"): _VAT_RATES for tab in ("Invoices", "Lines")},
    **{(tab, "Net"): _NET_AMOUNTS for tab in ("Invoices", "Lines")},
}
"""By tab and English header: names that are its own only in a tab that has no other column for it.

Next to a column of VAT codes, "Btw %" is people's own.
"""
