"""What further columns refuse: rows, and what is said of them, in both languages."""

from datetime import date

from workbook_support import ACCOUNTS, GARAGE, VAT, Row, Rows, invoice

from boekbrug.server.workbook.cells import Cell

NOTE = invoice("CN2026/3", Kind="credit note")
LINE: Row = {"Invoice": "2026/18", "Unit price": 10.0, "VAT": "H21"}


def customer(**cells: Cell) -> dict[str, Rows]:
    return {"Customers": {2: {**GARAGE, **_named(cells)}}}


def document(**cells: Cell) -> dict[str, Rows]:
    return {"Invoices": {2: {**invoice(), **_named(cells)}}}


def note(**cells: Cell) -> dict[str, Rows]:
    return {"Invoices": {2: {**NOTE, **_named(cells)}}}


def line(**cells: Cell) -> dict[str, Rows]:
    return {
        "Invoices": {2: {**invoice(), "Net": None, "VAT": None}},
        "Lines": {2: {**LINE, **_named(cells)}},
    }


def code(**cells: Cell) -> dict[str, Rows]:
    return {"VAT": {**VAT, 2: {**VAT[2], **_named(cells)}}}


def account(**cells: Cell) -> dict[str, Rows]:
    return {"Accounts": {**ACCOUNTS, 2: {**ACCOUNTS[2], **_named(cells)}}}


def _named(cells: dict[str, Cell]) -> dict[str, Cell]:
    return {name.replace("__", " %").replace("_", " "): cell for name, cell in cells.items()}


# What is given, the sentence from its column on, and the Dutch one from what was found on.
REFUSED: list[tuple[dict[str, Rows], str, str]] = [
    (
        customer(IBAN="BE68539007547035"),
        'IBAN: found "BE68539007547035", allowed: an IBAN with right check digits, like '
        "BE68539007547034.",
        'gevonden "BE68539007547035", toegelaten: een IBAN met juiste controlecijfers, zoals '
        "BE68539007547034.",
    ),
    (
        customer(BIC="KRED"),
        'BIC: found "KRED", allowed: a BIC of 8 or 11 characters, like KREDBEBB.',
        'gevonden "KRED", toegelaten: een BIC van 8 of 11 tekens, zoals KREDBEBB.',
    ),
    (
        customer(Enterprise_number="0403019262"),
        'Enterprise number: found "0403019262", allowed: a number as the register of firms '
        "in BE gives it, with a right check digit if it has one.",
        'gevonden "0403019262", toegelaten: een nummer zoals het ondernemingsregister van BE '
        "het geeft, met een juist controlegetal als het er een heeft.",
    ),
    (
        customer(Country="DE", Enterprise_number="HRB"),
        'Enterprise number: found "HRB", allowed: a number as the register of firms in DE '
        "gives it, with a right check digit if it has one.",
        'gevonden "HRB", toegelaten: een nummer zoals het ondernemingsregister van DE het '
        "geeft, met een juist controlegetal als het er een heeft.",
    ),
    (
        customer(Peppol_ID="BE0403019261"),
        'Peppol ID: found "BE0403019261", allowed: scheme and number with a colon between, '
        "like 0208:0403019261.",
        'gevonden "BE0403019261", toegelaten: schema en nummer met een dubbelpunt ertussen, '
        "zoals 0208:0403019261.",
    ),
    (
        customer(Currency="dollar"),
        'Currency: found "dollar", allowed: a currency as three letters, like EUR.',
        'gevonden "dollar", toegelaten: een munt als drie letters, zoals EUR.',
    ),
    (
        customer(Phone=21234567.0),
        "Phone: found 21234567, allowed: the phone number as text, with its first 0 or its +.",
        "gevonden 21234567, toegelaten: het telefoonnummer als tekst, met zijn eerste 0 of zijn +.",
    ),
    (
        customer(Cash_discount__=2.0, Cash_discount_days=None),
        "Cash discount days: found nothing, allowed: a number of days, next to Cash discount %.",
        "gevonden niets, toegelaten: een aantal dagen, naast Cash discount %.",
    ),
    (
        customer(Cash_discount__=None, Cash_discount_days=8.0),
        "Cash discount %: found nothing, allowed: a discount, next to Cash discount days. "
        "Fill it, or empty Cash discount days.",
        "gevonden niets, toegelaten: een korting, naast Cash discount days. Vul ze in, of "
        "maak Cash discount days leeg.",
    ),
    (
        customer(Default_VAT_code="H22"),
        'Default VAT code: found "H22", allowed: a code of tab VAT. Correct it, or add the code.',
        'gevonden "H22", toegelaten: een code van tabblad VAT. Verbeter dit, of voeg de code toe.',
    ),
    (
        customer(Default_account="799999"),
        'Default account: found "799999", allowed: an account of tab Accounts. Choose one in '
        "the cell, or add the account.",
        'gevonden "799999", toegelaten: een rekening uit tabblad Accounts. Kies er een in de '
        "cel, of voeg de rekening toe.",
    ),
    (
        customer(Country="DE", Postcode=1067.0),
        "Postcode: found 1067, allowed: 5 digits for DE. A postcode that begins with 0 has "
        "to be typed as text.",
        "gevonden 1067, toegelaten: 5 cijfers voor DE. Een postcode die met 0 begint, moet "
        "als tekst getypt worden.",
    ),
    (
        account(Allowed_VAT_codes="H21, H99"),
        'Allowed VAT codes: found "H99", allowed: a code of tab VAT. Correct it, or add the code.',
        'gevonden "H99", toegelaten: een code van tabblad VAT. Verbeter dit, of voeg de code toe.',
    ),
    (
        code(Treatment="OSS goods"),
        "Country: found nothing, allowed: the country where the VAT is owed, for OSS goods.",
        "gevonden niets, toegelaten: het land waar de btw verschuldigd is, bij OSS-goederen.",
    ),
    (
        code(VAT_account="451000"),
        'VAT account: found "451000", allowed: an account of tab Accounts. Choose one in the '
        "cell, or add the account.",
        'gevonden "451000", toegelaten: een rekening uit tabblad Accounts. Kies er een in de '
        "cel, of voeg de rekening toe.",
    ),
    (
        code(VATEX_code="AE"),
        'VATEX code: found "AE", allowed: a code of the list of exemptions, like VATEX-EU-AE.',
        'gevonden "AE", toegelaten: een code van de lijst van vrijstellingen, zoals VATEX-EU-AE.',
    ),
    (
        code(Valid_from=date(2026, 2, 1), Valid_to=date(2026, 1, 1)),
        "Valid to: found the date 1 January 2026, allowed: 1 February 2026 or a later day.",
        "gevonden de datum 1 januari 2026, toegelaten: 1 februari 2026 of een latere dag.",
    ),
    (
        document(Document_discount__=3.0, Document_discount_amount=5.0),
        "Document discount amount: found 5, allowed: a percentage or an amount, one of the "
        "two. Empty this cell or Document discount %.",
        "gevonden 5, toegelaten: een percentage of een bedrag, een van de twee. Maak deze "
        "cel of Document discount % leeg.",
    ),
    (
        document(Document_discount_amount=-5.0),
        "Document discount amount: found -5, allowed: an amount of 0 or more with at most "
        "two decimals, like 12.50.",
        "gevonden -5, toegelaten: een bedrag van 0 of meer met hoogstens twee decimalen, "
        "zoals 12,50.",
    ),
    (
        document(Payment_term="soon"),
        'Payment term: found "soon", allowed: days like 30 or 30d, 30E for 30 days to the end of '
        "the month, or CONT for payment at once.",
        'gevonden "soon", toegelaten: dagen zoals 30 of 30d, 30E voor 30 dagen einde maand, '
        "of CONT voor contante betaling.",
    ),
    (
        document(Payment_term="30", Due="2026-04-14"),
        'Due: found "2026-04-14", allowed: 15 April 2026, as Payment term says. Empty one of '
        "the two.",
        'gevonden "2026-04-14", toegelaten: 15 april 2026, zoals Payment term zegt. Maak een '
        "van de twee leeg.",
    ),
    (
        document(Currency="USD"),
        "Rate: found nothing, allowed: the rate: how many USD for 1 EUR.",
        "gevonden niets, toegelaten: de koers: hoeveel USD voor 1 EUR.",
    ),
    (
        document(Rate=1.1),
        "Currency: found nothing, allowed: a currency, next to Rate. Fill it, or empty Rate.",
        "gevonden niets, toegelaten: een munt, naast Rate. Vul ze in, of maak Rate leeg.",
    ),
    (
        document(Currency="EUR", Rate=1.1),
        "Rate: found 1.1, allowed: nothing for EUR, the currency of the books. Empty it, or "
        "correct the currency.",
        "gevonden 1,1, toegelaten: niets bij EUR, de munt van de boeken. Maak de cel leeg, of "
        "verbeter de munt.",
    ),
    (
        document(Currency="USD", Rate=0.0),
        "Rate: found 0, allowed: a number above 0 with at most six decimals: the foreign units for "
        "one of your own currency, like 1.0847.",
        "gevonden 0, toegelaten: een getal boven 0 met hoogstens zes decimalen: hoeveel eenheden "
        "van de vreemde munt voor één van uw eigen munt, zoals 1,0847.",
    ),
    (
        document(Supplied_from="2026-03-01"),
        "Supply date: found nothing, allowed: the last day of the supply, next to Supplied from.",
        "gevonden niets, toegelaten: de laatste dag van de levering, naast Supplied from.",
    ),
    (
        document(Supplied_from="2026-03-02", Supply_date="2026-03-01"),
        'Supply date: found "2026-03-01", allowed: 2 March 2026 or a later day.',
        'gevonden "2026-03-01", toegelaten: 2 maart 2026 of een latere dag.',
    ),
    (
        document(Period="2026-13"),
        'Period: found "2026-13", allowed: a quarter or a month of a year, like 2026-Q1 or '
        "2026-03.",
        'gevonden "2026-13", toegelaten: een kwartaal of een maand van een jaar, zoals '
        "2026-Q1 of 2026-03.",
    ),
    (
        document(Cash_discount__=2.0, Cash_discount_amount=5.0, Cash_discount_days=8.0),
        "Cash discount amount: found 5, allowed: a percentage or an amount, one of the two. "
        "Empty this cell or Cash discount %.",
        "gevonden 5, toegelaten: een percentage of een bedrag, een van de twee. Maak deze "
        "cel of Cash discount % leeg.",
    ),
    (
        document(Cash_discount_days=400.0),
        "Cash discount days: found 400, allowed: a whole number of days from 1 to 365.",
        "gevonden 400, toegelaten: een geheel aantal dagen van 1 tot 365.",
    ),
    (
        document(Credits="2026/17"),
        'Credits: found "2026/17", allowed: nothing, because this is an invoice. If it is a '
        "credit note, say so in Kind.",
        'gevonden "2026/17", toegelaten: niets, want dit is een factuur. Is het een '
        "creditnota, zeg dat dan bij Kind.",
    ),
    (
        note(Credits="2026-1-12"),
        'Credits: found "2026-1-12", allowed: the number of an invoice, like 2026/18, or '
        "several with commas between.",
        'gevonden "2026-1-12", toegelaten: het nummer van een factuur, zoals 2026/18, of '
        "meerdere met komma's ertussen.",
    ),
    (
        line(Unit_price=None, Net=None),
        "Unit price: found nothing, allowed: a price, or an amount in Net or Total incl. VAT.",
        "gevonden niets, toegelaten: een prijs, of een bedrag bij Net of Totaal incl. btw.",
    ),
    (
        line(Line_kind="text", VAT=None),
        "Unit price: found 10, allowed: nothing on a line whose Line kind is text. Empty it, "
        "or give the line another kind.",
        "gevonden 10, toegelaten: niets op een regel waarvan Line kind tekst is. Maak de cel "
        "leeg, of geef de regel een andere soort.",
    ),
    (
        line(Net=11.0),
        "Net: found 11, allowed: 10.00, which is Quantity x Unit price less the discount. "
        "Correct one of them, or empty this cell.",
        "gevonden 11, toegelaten: 10,00, dat is Aantal x Unit price min de korting. Verbeter "
        "een ervan, of maak deze cel leeg.",
    ),
    (
        line(Discount_amount=1.0, Net=10.0),
        "Net: found 10, allowed: 9.00, which is Quantity x Unit price less the discount. "
        "Correct one of them, or empty this cell.",
        "gevonden 10, toegelaten: 9,00, dat is Aantal x Unit price min de korting. Verbeter "
        "een ervan, of maak deze cel leeg.",
    ),
    (
        line(Quantity=-2.0, Discount_amount=1.0, Net=-20.0),
        "Net: found -20, allowed: -19.00, which is Quantity x Unit price less the discount. "
        "Correct one of them, or empty this cell.",
        "gevonden -20, toegelaten: -19,00, dat is Quantity x Unit price min de korting. "
        "Verbeter een ervan, of maak deze cel leeg.",
    ),
    (
        line(Includes_VAT=True, **{"Total incl. VAT": 11.0}),
        "Total incl. VAT: found 11, allowed: 10.00, which is Quantity x Unit price less the "
        "discount. Correct one of them, or empty this cell.",
        "gevonden 11, toegelaten: 10,00, dat is Aantal x Unit price min de korting. Verbeter "
        "een ervan, of maak deze cel leeg.",
    ),
    (
        line(Net=10.0, VAT_amount=2.1, **{"Total incl. VAT": 12.0}),
        "Total incl. VAT: found 12, allowed: 12.10, which is Net plus VAT amount.",
        "gevonden 12, toegelaten: 12,10, dat is Net plus VAT amount.",
    ),
    (
        line(Discount__=3.0, Discount_amount=5.0),
        "Discount amount: found 5, allowed: a percentage or an amount, one of the two. Empty "
        "this cell or Discount %.",
        "gevonden 5, toegelaten: een percentage of een bedrag, een van de twee. Maak deze "
        "cel of Discount % leeg.",
    ),
    (
        line(Service_from="2026-03-02", Service_to="2026-03-01"),
        'Service to: found "2026-03-01", allowed: 2 March 2026 or a later day.',
        'gevonden "2026-03-01", toegelaten: 2 maart 2026 of een latere dag.',
    ),
]
