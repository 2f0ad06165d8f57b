"""What each column is for, in Dutch: by the English names of its tab and header."""

from collections.abc import Mapping

from boekbrug.server.wording.dutch_further_columns import FURTHER

_PROBLEM = "Wat in deze rij rechtgezet moet worden."
_ACCOUNT = "De rekening; leeg: die welke de btw-code voorstelt."

_FIRST: Mapping[str, Mapping[str, str]] = {
    "Settings": {
        "Setting": "De naam van de instelling.",
        "Value": "Uw antwoord.",
        "What it means": "Wie het weet, waar het te vinden is.",
    },
    "VAT": {
        "Code": "De korte code die facturen en regels gebruiken.",
        "Name": "Waar de code voor dient.",
        "Rate %": "21, niet 0,21.",
        "Treatment": "Wat de btw-wet ervan maakt; beslist over het vak van de btw-aangifte.",
        "Suggested account": "De rekening van een regel die er zelf geen noemt.",
        "Code at the accountant": "De eigen code van de boekhouder ervoor; leeg: de gewone van het "
        "programma.",
        "Code {program}": "De code van {program}, als er meer dan één programma gebruikt wordt.",
    },
    "Accounts": {
        "Number": "De rekening zoals de boekhouder ze schrijft, alleen cijfers.",
        "Name": "Wat erop geboekt wordt.",
        "Kind": "Waar de rekening voor dient; leeg: opbrengst.",
    },
    "Customers": {
        "Customer": "De naam die facturen gebruiken; elke naam één keer.",
        "Name": "De naam voor de boekhouder, als die anders is dan Klant.",
        "Kind": "Bedrijf of particulier; een bedrijf met een btw-nummer wordt daarmee geboekt. De "
        "rij van een leverancier blijft zoals ze is.",
        "VAT number": "Met de letters van het land, zoals BE0403019261; leeg voor een particulier.",
        "Street": "Straat en huisnummer.",
        "Postcode": "De postcode, zonder de letters van het land.",
        "City": "De gemeente.",
        "Country": "Zoals BE; leeg: volgens het btw-nummer, anders uw land.",
        "Language": "De taal van de klant: nl, fr, en of de.",
        "Payment term": "Dagen om te betalen, zoals 30, of 30E tot het einde van de maand; leeg: "
        "zoals in Instellingen.",
        "E-mail": "Voor mensen en voor sommige programma's.",
        "Hold": "Aangevinkt: de facturen van deze klant wachten en hier wordt niets gecontroleerd.",
        "Accountant's no.": "Het nummer in het programma van de boekhouder; laat het leeg om er "
        "een te krijgen.",
        "State": "Geschreven door de server.",
        "Problem": _PROBLEM,
    },
    "Invoices": {
        "Number": "Het nummer zoals gedrukt, zoals 2026/18.",
        "Kind": "Factuur of creditnota.",
        "Date": "De datum die op het document staat.",
        "Due": "Wanneer het betaald moet zijn; leeg: volgens de betalingstermijn van de klant.",
        "Customer": "Een naam van tabblad Klanten.",
        "Description": "De tekst in de boeken; leeg: Factuur en het nummer.",
        "Net": "Zonder btw, voor een factuur van één regel; gebruik anders tabblad Regels.",
        "VAT": "De btw-code of het tarief, naast Netto.",
        "Account": _ACCOUNT,
        "Net as printed": "Het totaal zonder btw zoals gedrukt, om na te gaan.",
        "VAT as printed": "De btw zoals gedrukt, om na te gaan.",
        "Total as printed": "Het totaal met btw zoals gedrukt: het wordt met het berekende "
        "vergeleken.",
        "Document discount %": "Een korting op het hele document.",
        "Reference": "De gestructureerde mededeling zoals gedrukt, +++090/9337/55493+++.",
        "Hold": "Aangevinkt: deze factuur wacht en hier wordt niets gecontroleerd.",
        "State": "nieuw, tegengehouden, recht te zetten, geëxporteerd ...",
        "Exported on": "De dag van de export.",
        "Export": "Het nummer van de export.",
        "Problem": _PROBLEM,
    },
    "Lines": {
        "Invoice": "Het nummer van de factuur op tabblad Facturen.",
        "Kind": "Alleen waar een factuur en een creditnota hetzelfde nummer hebben.",
        "Description": "Wat verkocht werd.",
        "Quantity": "Hoeveel; leeg: 1.",
        "Unit price": "De prijs van één, zonder btw tenzij Inclusief btw het zegt; of Netto.",
        "Discount %": "Een korting op deze regel.",
        "VAT": "De btw-code of het tarief; niet voor een tekst.",
        "Account": _ACCOUNT,
        "Problem": _PROBLEM,
    },
}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    tab: {**columns, **FURTHER.get(tab, {})} for tab, columns in _FIRST.items()
}
