"""Dutch: what a first sheet is filled in with, by the English: meanings, names, answers."""

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "Program": "Het programma van de boekhouder: het beslist welk bestand er gemaakt wordt. Uw "
    "boekhouder kent de naam; meer dan één met een komma ertussen. Gewoonlijk: wat ingevuld is.",
    "Invoice journal": "Het dagboek waarin facturen geboekt worden. Uw boekhouder kent de code. "
    "Gewoonlijk: VERKP.",
    "Credit note journal": "Het dagboek waarin creditnota's geboekt worden, een ander dan dat van "
    "de facturen. Uw boekhouder kent de code. Gewoonlijk: VERKCN.",
    "Export customers too": "Welke klanten van een export meegaan: nieuwe en gewijzigde, alle of "
    "geen. Uw boekhouder weet het: geen als het kantoor ze zelf intikt. Gewoonlijk: nieuwe en "
    "gewijzigde.",
    "VAT computed": "Waar de btw afgerond wordt: op lijnen, op totaal, of op totaal vanaf "
    "2026-01-01. Wie uw facturen maakt weet het. Gewoonlijk: op lijnen.",
    "Periods": "Hoe de boekhouder boekt, en dus hoeveel een export bevat: maanden of kwartalen; "
    "meestal zoals uw btw-aangifte. Gewoonlijk: maanden.",
    "Discount account": "Waar kortingen op een heel document geboekt worden; de rekening moet op "
    "tabblad Rekeningen staan. Gewoonlijk in België: 708000.",
    "First document date": "Oudere documenten werden vóór Boekbrug geboekt en worden nooit "
    "geëxporteerd. U weet het: de dag na het laatste dat uw boekhouder heeft.",
    "Accountant's no. starts at": "Het nummer voor de volgende klant die er geen heeft; latere "
    "tellen verder. Uw boekhouder weet welke nummers vrij zijn. Gewoonlijk: 100000.",
    "Accountant's e-mail": "Een nota voor mensen: aan wie u de bestanden stuurt; er wordt niets "
    "vanzelf verstuurd.",
    "Folder": "Een nota voor mensen: waar de bestanden komen. De map zelf wordt gekozen als het "
    "bestand gekoppeld wordt. Gewoonlijk: leeg.",
    "Language": "De taal van de teksten in de boeken, en van wat in dit bestand gezegd wordt (fr "
    "en de: in het Engels): nl, fr, en of de.",
    "Receivable account": "De rekening waarop alle klanten samen geboekt worden; haar naam is die "
    "van tabblad Rekeningen, als ze daar staat. Gewoonlijk in België: 400000.",
    "VAT account": "Waar de btw van facturen geboekt wordt; haar naam is die van tabblad "
    "Rekeningen, als ze daar staat. Gewoonlijk in België: 451000.",
    "VAT account on credit notes": "Waar de btw van creditnota's geboekt wordt, als dat een andere "
    "rekening is. Gewoonlijk: leeg, dat is de rekening van de facturen.",
    "Default revenue account": "De rekening van een regel die er geen noemt als zijn btw-code er "
    "geen voorstelt. Gewoonlijk: leeg; dan noemt Controle zulke regels.",
    "Rounding account": "Waar centen van afronding geboekt worden, en wat een gedrukt bedrag "
    "verschilt; haar naam is die van tabblad Rekeningen, als ze daar staat. Gewoonlijk in "
    "België: 757000.",
    "Default payment terms": "Dagen om te betalen voor klanten zonder eigen betalingstermijn; 30E "
    "is 30 dagen tot het einde van de maand. Gewoonlijk: 30.",
    "Credit-note amounts are typed": "Hoe bedragen van creditnota's in dit bestand staan: positief "
    "of negatief; alleen de kolom Soort maakt er een creditnota van. Gewoonlijk: positief.",
    "Numbering restarts every year": "ja als een nummer zonder zijn jaar elk boekjaar terugkomt: "
    "2026/18 noemt zijn jaar en 18 niet. Gewoonlijk: nee.",
    "Account length": "Hoeveel cijfers elke rekening heeft. Tel de cijfers van een rekening in het "
    "programma. Gewoonlijk in België: 6.",
    "Accountant receives e-invoices": "Of uw e-facturen ook bij de boekhouder aankomen, via "
    "Peppol: nee, ja, of ja maar niet geboekt. Twee keer geboekt is twee keer verkocht, dus ja "
    "houdt exports tegen. Gewoonlijk: nee.",
    "For the accountant": "Wat hieronder staat is voor de meesten juist; klap het open om het te "
    "zien.",
}
"""By setting."""

TEXTS: Mapping[str, str] = {
    "on lines": "op lijnen",
    "on total": "op totaal",
    "yes": "ja",
    "no": "nee",
    "Customers": "Klanten",
    "Costs paid for customers": "Kosten voorgeschoten voor klanten",
    "VAT to pay": "Te betalen btw",
    "Sales at 21 %": "Verkopen 21 %",
    "Sales at 6 %": "Verkopen 6 %",
    "Sales at 12 %": "Verkopen 12 %",
    "Services to the EU": "Diensten aan de EU",
    "Goods to the EU": "Goederen naar de EU",
    "Sales outside the EU": "Verkopen buiten de EU",
    "Sales at 0 %": "Verkopen 0 %",
    "Sales with reverse charge in Belgium": "Verkopen medecontractant",
    "Discounts given": "Toegestane kortingen",
    "Rounding": "Afrondingen",
    "Domestic, 21 %": "Binnenland, 21 %",
    "Domestic, 12 %": "Binnenland, 12 %",
    "Domestic, 9 %": "Binnenland, 9 %",
    "Domestic, 6 %": "Binnenland, 6 %",
    "Domestic, 19 %": "Binnenland, 19 %",
    "Domestic, 7 %": "Binnenland, 7 %",
    "Zero rate": "Nultarief",
    "Reverse charge in Belgium": "Medecontractant in België",
    "Reverse charge in the own country": "Verlegging in het eigen land",
    "Goods outside the EU": "Goederen buiten de EU",
    "Services outside the EU": "Diensten buiten de EU",
    "Outside VAT: costs paid for the customer": "Buiten btw: kosten voorgeschoten voor de klant",
}
"""By text."""
