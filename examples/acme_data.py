"""The example firm: its customers and what it sold from July to September 2026, all invented.

Nothing is left to chance: the same rows come out on every machine.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from boekbrug.server.workbook.cells import Cell

Row = Mapping[str, Cell]

COMPANIES = (
    ("Bakkerij Janssens bv", "Kerkstraat 12", "9000", "Gent"),
    ("Café Déjà Vu bv", "Rue Haute 12", "1000", "Brussel"),
    ("Garage Maes", "Stationsstraat 48", "3000", "Leuven"),
    ("Boulangerie Élise sprl", "Rue des Français 7", "4000", "Liège"),
    ("Drukkerij Ooms nv", "Nijverheidslaan 3", "8500", "Kortrijk"),
    ("Tandartspraktijk Cuypers", "Markt 21", "2300", "Turnhout"),
    ("Hôtel du Nord sa", "Place de la Gare 2", "5000", "Namur"),
    ("Bloemen Saïd", "Grote Baan 110", "3500", "Hasselt"),
    ("Schrijnwerkerij D'Hondt", "Ambachtsweg 9", "9300", "Aalst"),
    ("Notaris Van Lierde", "Louizalaan 250", "1050", "Elsene"),
    ("Fietsen Goossens bv", "Dorpsplein 4", "2400", "Mol"),
    ("Müller & Söhne bv", "Hauptstraße 15", "4700", "Eupen"),
    ("Apotheek Lemmens", "Molenstraat 33", "3600", "Genk"),
    ("Traiteur Façon bv", "Avenue Louise 88", "1050", "Ixelles"),
    ("Interieur Peeters nv", "Turnhoutsebaan 201", "2140", "Borgerhout"),
    ("Advocatenkantoor Celis", "Vrijheidsplein 1", "8000", "Brugge"),
    ("Elektro Wouters", "Industriepark 17", "2220", "Heist-op-den-Berg"),
    ("Brasserie Zénobe", "Place Saint-Léonard 5", "7000", "Mons"),
    ("Kapsalon Noëlla", "Veldstraat 66", "9000", "Gent"),
    ("Transport Claes nv", "Havenlaan 400", "2030", "Antwerpen"),
    ("Studio Ångström bv", "Vlaanderenstraat 10", "8400", "Oostende"),
    ("Tuinen Verhaeghe", "Boomgaardstraat 2", "8800", "Roeselare"),
    ("Imprimerie Côté sprl", "Rue du Moulin 19", "1300", "Wavre"),
    ("Slagerij Baert", "Hoogstraat 71", "9700", "Oudenaarde"),
    ("Architecten Crâne", "Quai de Rome 44", "4000", "Liège"),
    ("Wasserij Zuid bv", "Brusselsesteenweg 310", "9050", "Gentbrugge"),
    ("Boekhandel Het Lezeken", "Korte Meer 8", "9000", "Gent"),
    ("Optiek Dierckx", "Bondgenotenlaan 120", "3000", "Leuven"),
)
PERSONS = (
    ("Els Maes", "Lindenlaan 5", "3010", "Kessel-Lo"),
    ("Joël Dubois", "Rue Neuve 31", "6000", "Charleroi"),
    ("Zoë Vermeulen", "Parkstraat 77", "2018", "Antwerpen"),
    ("François Léonard", "Avenue des Tilleuls 14", "4020", "Liège"),
    ("An De Smet", "Beukendreef 2", "9820", "Merelbeke"),
    ("Renée Óskarsdóttir", "Zeedijk 190", "8301", "Knokke-Heist"),
    ("Karel Baeten", "Nieuwstraat 9", "3290", "Diest"),
    ("Inès Côme", "Rue de la Loi 6", "1040", "Etterbeek"),
    ("Wim Čapek", "Kapellestraat 28", "8450", "Bredene"),
    ("Ria Stevens", "Heidestraat 61", "2920", "Kalmthout"),
    ("Loïc Adam", "Chemin Vert 3", "1480", "Tubize"),
    ("Mia Vandamme", "Groenstraat 15", "8790", "Waregem"),
)
WITHOUT_NUMBER = {3, 8, 15, 22, 27, 30, 33, 36, 39}
"""The positions of the customers that the accountant does not know yet."""

WORK = (
    ("Consulting", "H21", ("82.50", "95.00", "110.00")),
    ("Onderhoud website", "H21", ("45.00", "60.00")),
    ("Verplaatsing", "H21", ("0.4415",)),
    ("Catering opleiding", "M12", ("24.90", "37.59")),
    ("Handboek", "L6", ("17.85", "29.95")),
)
FIRST_DAY = date(2026, 6, 22)
LAST_DAY = date(2026, 9, 30)
DOCUMENTS = 126
CREDIT_NOTE_EVERY = 12
HELD = {40, 97}
BEFORE = date(2026, 7, 1)


def customers() -> list[Row]:
    """Return the rows of tab Customers: companies first, then private persons."""
    rows: list[Row] = []
    number = 100001
    for position, (name, street, postcode, city) in enumerate((*COMPANIES, *PERSONS)):
        is_company = position < len(COMPANIES)
        row: dict[str, Cell] = {
            "Customer": name,
            "Kind": "company" if is_company else "person",
            "VAT number": _vat_number(position) if is_company else None,
            "Street": street,
            "Postcode": postcode,
            "City": city,
            "Country": "BE",
            "Language": "fr" if postcode[0] in "4567" or postcode.startswith("1") else "nl",
            "Payment term": "30E" if position % 7 == 0 else None,
        }
        if position not in WITHOUT_NUMBER:
            row["Accountant's no."] = str(number)
            number += 1
        rows.append(row)
    return rows


def documents() -> tuple[list[Row], list[Row]]:
    """Return the rows of tab Invoices and of tab Lines."""
    invoices: list[Row] = []
    lines: list[Row] = []
    names = [str(row["Customer"]) for row in customers()]
    sequence = {"invoice": 130, "credit note": 0}
    for position, day in enumerate(_days()):
        kind = "credit note" if position % CREDIT_NOTE_EVERY == CREDIT_NOTE_EVERY - 1 else "invoice"
        sequence[kind] += 1
        prefix = "CN" if kind == "credit note" else ""
        number = f"{prefix}2026/{sequence[kind]}"
        row: dict[str, Cell] = {
            "Number": number,
            "Kind": kind,
            "Date": day,
            "Customer": names[(position * 11) % len(names)],
            "Hold": True if position in HELD else None,
        }
        sold = list(_sold(position))
        if len(sold) == 1:
            row |= _single(sold[0])
        else:
            lines += [{"Invoice": number, **line} for line in sold]
        invoices.append(row)
    return invoices, lines


def _days() -> Iterator[date]:
    """Yield the documents' days, spread evenly over working days."""
    span = (LAST_DAY - FIRST_DAY).days
    for position in range(DOCUMENTS):
        day = FIRST_DAY + timedelta(days=position * span // (DOCUMENTS - 1))
        weekend = max(0, day.weekday() - 4)
        yield day - timedelta(days=weekend)


def _sold(position: int) -> Iterator[dict[str, Cell]]:
    for step in range(1 + position % 3):
        text, code, prices = WORK[(position + step * 2) % len(WORK)]
        price = prices[position % len(prices)]
        quantity = 40 + position if text == "Verplaatsing" else 1 + (position + step) % 9
        yield {
            "Description": text,
            "Quantity": quantity,
            "Unit price": float(price),
            "Discount %": 10 if position % 9 == 0 and step == 0 else None,
            "VAT": code,
        }


def _single(line: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the columns of an invoice of one line, which stands in its own row."""
    quantity, price = float(str(line["Quantity"])), float(str(line["Unit price"]))
    return {
        "Description": f"{line['Description']}, zomer 2026",
        "Net": round(quantity * price, 2),
        "VAT": line["VAT"],
    }


def _vat_number(position: int) -> str:
    """Return an enterprise number with a right check digit, as a Belgian VAT number."""
    first_eight = 4_210_000 + position * 7_919
    return f"BE0{first_eight:07d}{97 - first_eight % 97:02d}"


def settings() -> Sequence[Row]:
    """Return the answers of tab Settings that differ from a new sheet's."""
    return (
        {"Setting": "Language", "Value": "en"},
        {"Setting": "Invoice journal", "Value": "VERKP"},
        {"Setting": "Credit note journal", "Value": "VERKCN"},
        {"Setting": "Accountant's e-mail", "Value": "kantoor@example.org"},
        {"Setting": "Accountant receives e-invoices", "Value": "no"},
    )
