"""Dutch: control totals, the EC sales list, and where the cents of a document are."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Where the cents are.
    "cents in currency": "Bedragen in {currency}.",
    "cents both ways": "Btw op lijnen is {on_lines}, op totaal {on_total} "
    "({differences}). Genomen: {mode}, {why}.",
    "cents by settings": "zoals tabblad Instellingen zegt",
    "cents by print": "zoals gedrukt",
    "cents remainder": "Berekende btw is {computed}; genomen is {taken} (btw-code {codes}), wat "
    "overblijft van de btw van de gecrediteerde factuur, zodat die op 0,00 uitkomt.",
    "cents printed": "Berekende btw is {computed}, gedrukt is {printed}. Genomen: zoals gedrukt; "
    "de {cents} staat op btw-code {codes}.",
    "cents rounding": "{amount} afronding staat op rekening {account}.",
    "cents of code": "Omgerekend naar {currency} staat {sign}{cents} op rekening {account}, zodat "
    "btw-code {vat_code} klopt.",
    "cents of total": "In één keer omgerekend is het totaal {currency} {at_once}, btw-code per "
    "btw-code {gross}. Genomen: btw-code per btw-code.",
    "cents balance": "De boeking is in evenwicht.",
    # Control totals.
    "controls": "Controletotalen",
    "controls signed": "Creditnota's tellen negatief.",
    "controls read back": "Teruggelezen uit de geschreven bestanden: gelijk.",
    "controls of codes": "Per btw-code",
    "controls of rates": "Per tarief",
    "controls of journals": "Per dagboek",
    "controls of accounts": "Per rekening",
    "controls of boxes": "Roosters van de btw-aangifte",
    "controls of sales list": "Intracommunautaire opgave",
    "controls of oss": "Eénloketregeling (OSS)",
    "controls of cents": "Waar de centen zitten",
    "controls of this export": "Alleen documenten van deze export.",
    "controls in part": "{period}, een deel",
    "controls rounding": "afronding",
    "controls box of base": "maatstaf",
    "controls box of VAT": "btw",
    "controls without box": "Geen rooster bekend voor {codes}: vraag het uw boekhouder.",
    "controls one cent line": "1 document",
    "controls cent lines": "{count} documenten",
    "controls largest": "De {shown} grootste van {count} documenten; de andere staan in de lijst "
    "van documenten.",
    "controls rate": "{rate} %",
    "controls base of code": "maatstaf {base}",
    "column VAT code": "Btw-code",
    "column rate": "Tarief",
    "column net": "Netto",
    "column base": "Maatstaf",
    "column VAT": "Btw",
    "column total": "Totaal incl. btw",
    "column country": "Land",
    "column journal": "Dagboek",
    "column invoices": "Facturen",
    "column credit notes": "Creditnota's",
    "column account": "Rekening",
    "column name": "Naam",
    "column debit": "Debet",
    "column credit": "Credit",
    "column box": "Rooster",
    "column what": "Wat",
    "column amount": "Bedrag",
    "column period": "Periode",
    "column VAT number": "Btw-nummer",
    "column customer": "Klant",
    "column letter": "Letter",
    "column document": "Document",
    "check VAT of code": "Btw {vat_code}",
    "check cents": "Centen",
}
