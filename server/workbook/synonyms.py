"""Other words for tabs, headers and settings: Dutch, French, German, and the trade's own.

Every name is compared without accents, case, points and doubled spaces (`layout.name_key`). The
English header is the name in the schemas; it is not repeated here.
"""

from collections.abc import Mapping

from boekbrug.server.workbook.book_synonyms import FURTHER_BOOKS
from boekbrug.server.workbook.document_synonyms import FURTHER_DOCUMENTS

TABS: Mapping[str, tuple[str, ...]] = {
    "Start": ("Démarrage",),
    "Settings": ("Instellingen", "Paramètres", "Einstellungen", "Parameters"),
    "VAT": ("Btw", "TVA", "MwSt", "USt", "VAT codes"),
    "Accounts": ("Rekeningen", "Comptes", "Konten", "Ledger accounts"),
    "Customers": ("Klanten", "Clients", "Kunden"),
    "Invoices": ("Facturen", "Factures", "Rechnungen"),
    "Lines": ("Regels", "Lignes", "Zeilen", "Invoice lines"),
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
_VAT = ("Btw", "TVA", "MwSt", "USt", "VAT code", "Btw-code")
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
        "Code": ("VAT code", "Btw-code", "Code TVA"),
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

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "Program": ("Programs", "Programma", "Programme", "Programm"),
    "Invoice journal": ("Verkoopdagboek", "Dagboek facturen", "Journal des ventes"),
    "Credit note journal": (
        "Credit-note journal",
        "Dagboek creditnota's",
        "Journal des notes de crédit",
    ),
    "Export customers too": ("Export customers", "Klanten ook exporteren", "Exporter les clients"),
    "VAT computed": ("VAT is computed", "Btw berekend", "TVA calculée"),
    "Periods": ("Periodes", "Perioden"),
    "Discount account": ("Kortingsrekening", "Compte de remise", "Rabattkonto"),
    "First document date": ("Eerste documentdatum", "Première date de document"),
    "Accountant's no. starts at": (
        "Nr. boekhouder begint bij",
        "External IDs start at",
        "N° comptable à partir de",
    ),
    "Accountant's e-mail": ("E-mail boekhouder", "E-mail du comptable"),
    "Folder": ("Map", "Dossier de fichiers", "Ordner"),
    "Language": ("Taal", "Langue", "Sprache"),
    "Receivable account": ("Klantenrekening", "Compte clients"),
    "VAT account": ("Btw-rekening", "Compte TVA"),
    "VAT account on credit notes": ("Btw-rekening creditnota's",),
    "Default revenue account": ("Standaard opbrengstrekening",),
    "Rounding account": ("Afrondingsrekening",),
    "Default payment terms": ("Default terms", "Standaard betalingstermijn"),
    "Credit-note amounts are typed": ("Bedragen op creditnota's",),
    "Numbering restarts every year": ("Nummering herbegint elk jaar",),
    "Account length": ("Lengte rekeningen",),
    "Accountant receives e-invoices": (
        "Boekhouder ontvangt e-facturen",
        "Le comptable reçoit les e-factures",
        "Steuerberater erhält E-Rechnungen",
    ),
    "Series": ("Reeks", "Série", "Nummernkreis"),
    "Book year": ("Book years", "Boekjaar", "Exercice", "Geschäftsjahr"),
    "For the accountant": ("Voor de boekhouder", "Pour le comptable"),
    "VAT return": ("Btw-aangifte", "Déclaration TVA", "Umsatzsteuer-Voranmeldung"),
    "Own VAT scheme": ("Eigen btw-stelsel", "Propre régime TVA", "Eigenes Steuerschema"),
    "Own enterprise number": (
        "Eigen ondernemingsnummer",
        "Propre numéro d'entreprise",
        "Eigene Handelsregisternummer",
    ),
    "Own street": ("Eigen straat", "Propre rue", "Eigene Straße"),
    "Own postcode": ("Eigen postcode", "Propre code postal", "Eigene PLZ"),
    "Own city": ("Eigen gemeente", "Propre ville", "Eigener Ort"),
    "Own IBAN": ("Eigen IBAN", "Propre IBAN", "Eigene IBAN"),
    "Own BIC": ("Eigen BIC", "Propre BIC", "Eigener BIC"),
    "Own Peppol ID": ("Eigen Peppol-ID", "Propre identifiant Peppol", "Eigene Peppol-Kennung"),
    "Closed up to": (
        "Afgesloten tot",
        "Afgesloten tot en met",
        "Clôturé jusqu'au",
        "Abgeschlossen bis",
    ),
    "Prices include VAT": ("Prijzen inclusief btw", "Prix TVA comprise", "Preise inklusive MwSt"),
    "Tolerance": ("Tolerantie", "Tolérance", "Toleranz"),
    "Discounts are booked": (
        "Kortingen worden geboekt",
        "Remises comptabilisées",
        "Rabatte werden gebucht",
    ),
    "Cash discount account": ("Rekening korting contant", "Compte d'escompte", "Skontokonto"),
    "Cash discount lowers the VAT base": (
        "Korting contant verlaagt de btw-basis",
        "L'escompte réduit la base TVA",
        "Skonto mindert die Steuerbasis",
    ),
    "Private persons": ("Particulieren", "Particuliers", "Privatpersonen"),
    "Collective customer": ("Verzamelklant", "Client collectif", "Sammelkunde"),
    "Due date of credit notes": (
        "Vervaldatum creditnota's",
        "Échéance des notes de crédit",
        "Fälligkeit von Gutschriften",
    ),
    "Period": ("Periode", "Periode einer Tabelle"),
    "VATBASE on credit notes": ("VATBASE op creditnota's",),
    "Write book year": ("Boekjaar schrijven",),
    "VATCAT of private persons": ("VATCAT van particulieren",),
    "Character outside the encoding": ("Teken buiten de codering",),
    "Text too long": ("Te lange tekst",),
}
