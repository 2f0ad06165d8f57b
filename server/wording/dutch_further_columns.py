"""What each column is for that the first sheet lacks, in Dutch: by tab and header."""

from collections.abc import Mapping

FURTHER: Mapping[str, Mapping[str, str]] = {
    "VAT": {
        "Name nl": "De naam voor wie Nederlands leest.",
        "Name fr": "De naam voor wie Frans leest.",
        "Name en": "De naam voor wie Engels leest.",
        "Name de": "De naam voor wie Duits leest.",
        "Country": "Waar de btw verschuldigd is: nodig bij OSS; leeg: uw eigen land.",
        "Valid from": "De eerste dag waarop de code gebruikt mag worden.",
        "Valid to": "De laatste dag waarop de code gebruikt mag worden.",
        "VAT account": "Waar de btw ervan geboekt wordt; leeg: de rekening van Instellingen.",
        "VAT account on credit notes": "Hetzelfde voor creditnota's; leeg: zoals op facturen.",
        "Discount account": "Waar haar deel van de korting van een document geboekt wordt; leeg: "
        "Instellingen.",
        "Ventil": "Expert/M: de kolom in het verkoopdagboek; leeg: volgens de behandeling.",
        "DATEV key": "DATEV: de BU-sleutel, waar de rekening niet automatisch is.",
        "Box base invoices": "Het rooster van de btw-aangifte voor de basis van facturen, zoals "
        "44.",
        "Box VAT invoices": "Hetzelfde voor de btw van facturen.",
        "Box base credit notes": "Hetzelfde voor de basis van creditnota's, zoals 48.",
        "Box VAT credit notes": "Hetzelfde voor de btw van creditnota's.",
        "EC sales list": "L goederen, S diensten, T driehoeksverkeer; leeg: volgens de "
        "behandeling.",
        "UBL category": "E-facturen: de categorie; leeg: volgens de behandeling.",
        "VATEX code": "E-facturen: waarom er geen btw is, zoals VATEX-EU-AE; leeg: volgens de "
        "behandeling.",
        "Exemption text nl": "Waarom er geen btw is, in het Nederlands.",
        "Exemption text fr": "Waarom er geen btw is, in het Frans.",
        "Exemption text en": "Waarom er geen btw is, in het Engels.",
        "Exemption text de": "Waarom er geen btw is, in het Duits.",
    },
    "Accounts": {
        "Allowed VAT codes": "De codes van tabblad Btw die erop geboekt mogen worden, met komma's "
        "ertussen.",
        "Automatic VAT rate": "DATEV: het tarief dat de rekening er zelf uithaalt.",
        "Program's account": "Het nummer van de rekening in het programma van de boekhouder, als "
        "het een ander is.",
        "Cost centre required": "Aangevinkt: elke regel erop noemt een kostenplaats.",
        "Valid from": "De eerste dag waarop erop geboekt mag worden.",
        "Valid to": "De laatste dag waarop erop geboekt mag worden.",
    },
    "Customers": {
        "Name 2": "De rest van een naam die te lang is voor één regel.",
        "First name": "Van een particulier.",
        "Last name": "Van een particulier; daarmee mag Naam leeg blijven.",
        "VAT status": "Of er btw afgedragen moet worden; leeg: volgens soort en btw-nummer.",
        "Enterprise number": "Van wie geen btw-nummer heeft: KBO, SIREN, KvK, zoals 0403019261.",
        "House number": "Het huisnummer, als Straat het niet heeft.",
        "Box": "De bus, als Straat ze niet heeft.",
        "Address 2": "Een tweede regel van het adres.",
        "Currency": "De munt van de klant, zoals USD; leeg: uw eigen munt.",
        "Cash discount %": "De korting voor wie vroeg betaalt, die deze klant aangeboden krijgt.",
        "Cash discount days": "Binnen hoeveel dagen na de factuurdatum; nodig naast Korting "
        "contant %.",
        "Phone": "Zoals het gedraaid wordt, met zijn eerste 0 of zijn +.",
        "Contact": "Wie u er spreekt.",
        "IBAN": "De bankrekening van de klant, zoals BE68539007547034.",
        "BIC": "De bank van die rekening, zoals KREDBEBB.",
        "Peppol ID": "Schema en nummer, zoals 0208:0403019261.",
        "Buyer reference": "Wat de klant op elke e-factuur wil.",
        "Default VAT code": "Voor sommige programma's: een code van tabblad Btw; regels houden "
        "hun eigen.",
        "Default account": "De rekening van regels voor deze klant die er geen noemen, als hun "
        "btw-code er geen voorstelt.",
        "Receivable account": "Als het een andere is dan die van Instellingen.",
        "Category": "De categorie van de klant in het programma van de boekhouder.",
        "Branch of": "De klant waarvan dit een filiaal is: beide mogen hetzelfde btw-nummer "
        "hebben.",
        "Booked on": "De verzamelklant op wiens rekening deze geboekt wordt.",
        "Merged into": "De klant die deze geworden is; het nummer van deze blijft bewaard.",
    },
    "Invoices": {
        "Payment term": "In plaats van Vervaldatum: dagen om te betalen, zoals 30, of 30E; leeg: "
        "die van de klant.",
        "Supply date": "De dag van de levering, of de laatste dag ervan; leeg: de datum van het "
        "document.",
        "Supplied from": "De eerste dag van een levering die op de leveringsdatum eindigt.",
        "Period": "De boekingsperiode, zoals 2026-Q1 of 2026-03; leeg: volgens de datum.",
        "Your reference": "De eigen referentie of het bestelnummer van de klant, zoals PO-4711.",
        "Credits": "Bij een creditnota: de facturen die ze crediteert, met komma's; periode voor "
        "een ristorno.",
        "Currency": "Zoals USD, als de bedragen niet in uw eigen munt zijn.",
        "Rate": "Vreemde eenheden voor één van uw eigen munt, zoals 1,0847 USD voor 1 EUR.",
        "Rate date": "De dag van de koers; leeg: de datum van het document.",
        "Document discount amount": "Hetzelfde als een bedrag, positief getypt; een van de twee. "
        "Met btw als alle prijzen van het document dat zijn, anders zonder.",
        "Document discount text": "Waarvoor de korting is.",
        "Cash discount %": "Een korting voor wie vroeg betaalt, zoals op het document aangeboden.",
        "Cash discount days": "Binnen hoeveel dagen na de datum; nodig naast een korting voor "
        "contant.",
        "Cash discount amount": "De korting voor contant als bedrag, positief getypt; een van de "
        "twee. Met btw als alle prijzen van het document dat zijn, anders zonder.",
        "Payable rounding": "Centen bij het te betalen totaal, zoals 0,02 bij een verkoop tegen "
        "contant geld.",
        "Already paid": "Wat al betaald werd.",
        "Delivery country": "Waar goederen heen gingen; leeg: het land van de klant.",
        "Supply country": "Waar goederen vertrokken; leeg: uw eigen land.",
        "Journal": "Het dagboek, als het een ander is dan dat van Instellingen of van de reeks.",
        "Cost centre": "Voor alle regels ervan die er zelf geen noemen.",
        "PDF link": "Waar het document zelf te zien is.",
        "Status": "concept: het wacht, zoals met Tegenhouden; leeg: definitief.",
    },
    "Lines": {
        "Line kind": "Leeg: artikel. korting verlaagt de factuur, positief of negatief getypt; "
        "tekst heeft geen bedrag.",
        "Item code": "De code van wat verkocht werd.",
        "Unit": "Wat geteld wordt: h, kg, stuks.",
        "Includes VAT": "Of de prijs met btw is; leeg: zoals in Instellingen.",
        "Discount amount": "Hetzelfde als een bedrag, positief getypt; een van de twee.",
        "Net": "De hele regel zonder btw, in plaats van Eenheidsprijs of ernaast.",
        "VAT amount": "De btw van de regel zoals gedrukt, binnen de Tolerantie van Instellingen; "
        "geboekt als btw op lijnen berekend wordt, op totaal alleen vergeleken.",
        "Total incl. VAT": "De hele regel met btw, in plaats van Eenheidsprijs of ernaast.",
        "Cost centre": "De kostenplaats; leeg: die van de factuur.",
        "Cost unit": "Het tweede analytische veld van sommige programma's.",
        "Project": "Het project in het programma van de boekhouder.",
        "Service from": "De eerste dag van een dienst die duurt.",
        "Service to": "De laatste dag ervan.",
    },
}
