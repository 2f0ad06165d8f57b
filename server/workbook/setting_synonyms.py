"""Other words for settings: Dutch, French, German, and the trade's own.

They are compared as those of headers are; the English name is not repeated here.
"""

from collections.abc import Mapping

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "Program": ("Programs", "Programma", "Programme", "Programm"),
    "Invoice journal": (
        *("Verkoopdagboek", "Dagboek facturen", "Journal des ventes"),
        *("Rechnungsjournal", "Verkaufsjournal", "Journal Rechnungen"),
    ),
    "Credit note journal": (
        "Credit-note journal",
        "Dagboek creditnota's",
        "Journal des notes de crédit",
        "Gutschriftenjournal",
        "Journal Gutschriften",
    ),
    "Export customers too": (
        *("Export customers", "Klanten ook exporteren", "Exporter les clients"),
        *("Exporter aussi les clients", "Kunden exportieren", "Kunden auch exportieren"),
    ),
    "VAT computed": (
        *("VAT is computed", "Btw berekend", "TVA calculée", "MwSt berechnet", "USt berechnet"),
    ),
    "Periods": ("Periodes", "Périodes comptables", "Perioden", "Buchungsperioden"),
    "Discount account": ("Kortingsrekening", "Compte de remise", "Rabattkonto"),
    "First document date": (
        *("Eerste documentdatum", "Première date de document"),
        *("Erstes Belegdatum", "Erstes Dokumentdatum"),
    ),
    "Accountant's no. starts at": (
        "Nr. boekhouder begint bij",
        "External IDs start at",
        "N° comptable à partir de",
        "Nr. Steuerberater beginnt bei",
        "Nr. Steuerberater ab",
    ),
    "Accountant's e-mail": (
        *("E-mail boekhouder", "E-mail du comptable", "E-Mail Steuerberater"),
        "E-Mail des Steuerberaters",
    ),
    "Folder": ("Map", "Dossier de fichiers", "Ordner"),
    "Language": ("Taal", "Langue", "Sprache"),
    "Receivable account": (
        *("Klantenrekening", "Compte clients", "Forderungskonto", "Debitorenkonto"),
    ),
    "VAT account": ("Btw-rekening", "Compte TVA", "Steuerkonto", "MwSt-Konto", "USt-Konto"),
    "VAT account on credit notes": (
        *("Btw-rekening creditnota's", "Compte TVA notes de crédit", "Steuerkonto Gutschriften"),
        "MwSt-Konto Gutschriften",
    ),
    "Default revenue account": (
        *("Standaard opbrengstrekening", "Compte de produits par défaut"),
        *("Compte de vente par défaut", "Standard-Erlöskonto", "Standarderlöskonto"),
    ),
    "Rounding account": ("Afrondingsrekening", "Compte d'arrondi", "Rundungskonto"),
    "Default payment terms": (
        *("Default terms", "Standaard betalingstermijn", "Délai de paiement par défaut"),
        "Standard-Zahlungsziel",
    ),
    "Credit-note amounts are typed": (
        *("Bedragen op creditnota's", "Montants des notes de crédit"),
        *("Beträge auf Gutschriften", "Beträge von Gutschriften"),
    ),
    "Numbering restarts every year": (
        *("Nummering herbegint elk jaar", "Numérotation recommence chaque année"),
        *("La numérotation recommence chaque année", "Nummerierung beginnt jedes Jahr neu"),
    ),
    "Accountant receives e-invoices": (
        "Boekhouder ontvangt e-facturen",
        "Le comptable reçoit les e-factures",
        "Steuerberater erhält E-Rechnungen",
    ),
    "Account length": ("Lengte rekeningen", "Longueur des comptes", "Kontenlänge"),
    "Series": (
        *("Reeks", "Reeksen", "Nummerreeks", "Série", "Série de numéros"),
        *("Nummernkreis", "Nummernkreise", "Number series"),
    ),
    "Book year": (
        *("Book years", "Boekjaar", "Boekjaren", "Exercice", "Exercices", "Exercice comptable"),
        *("Geschäftsjahr", "Geschäftsjahre", "Wirtschaftsjahr"),
    ),
    "For the accountant": ("Voor de boekhouder", "Pour le comptable", "Für den Steuerberater"),
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
    "Period": (
        *("Periode", "Boekingsperiode", "Période comptable"),
        *("Buchungsperiode", "Periode einer Tabelle"),
    ),
    "VATBASE on credit notes": ("VATBASE op creditnota's",),
    "Write book year": ("Boekjaar schrijven",),
    "VATCAT of private persons": ("VATCAT van particulieren",),
    "Character outside the encoding": ("Teken buiten de codering",),
    "Text too long": ("Te lange tekst",),
    "Own VAT number": ("Eigen btw-nummer",),
    "Legal name": ("Juridische naam",),
    "Own country": ("Eigen land",),
    "Book currency": ("Munt van de boeken",),
    "Time zone": ("Tijdzone",),
}
