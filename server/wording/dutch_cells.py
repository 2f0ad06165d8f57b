"""Dutch: what a single cell may hold, and what is said of one that holds something else.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_ALLOWED = {
    "no-amount": "een bedrag met hoogstens twee decimalen, zoals 1234,56 of 1.234,56",
    "no-number": "een getal met hoogstens zes decimalen, zoals 7, 1234,5 of 0,125",
    "no-percentage": "een percentage van 0 tot 100, zoals 21 of 0,5 %",
    "no-date": "een datum, zoals 31/01/2026 of 2026-01-31",
    "no-short-text": "tekst van hoogstens {length} tekens",
    "not-of-the-list": "een van {choices}",
    "neither-yes-nor-no": "ja of nee",
    "code-not-as-text": "de code als tekst",
    "not-only-digits": "alleen cijfers",
    "digits-not-as-text": "cijfers als tekst",
    "number-not-as-text": "het nummer als tekst",
    "customer-not-as-text": "de naam van de klant als tekst",
    "vat-number-not-as-text": "het btw-nummer als tekst",
    "postcode-not-as-text": "de postcode als tekst",
    "account-not-as-text": "de cijfers van de rekening als tekst",
    "vat-code-not-as-text": "een korte code als tekst",
    "reference-not-as-text": "de mededeling als tekst",
    "invoice-not-as-text": "het nummer van een factuur als tekst",
    "journal-not-as-text": "de code van het dagboek als tekst",
    "no-account": "een rekening uit tabblad Rekeningen",
    "no-customer": "een klant uit tabblad Klanten",
    "no-country": "een land als twee letters, zoals BE, of zijn naam",
    "no-vat-code": "een code van tabblad Btw, of het tarief ervan",
    "no-vat-mode": "op lijnen, op totaal, of op totaal vanaf een datum zoals 2026-01-01",
    "no-account-length": "een geheel getal van 1 tot {most}",
    "no-currency": "een munt als drie letters, zoals EUR",
    "no-rate": "een getal boven 0 met hoogstens zes decimalen: hoeveel eenheden van de vreemde "
    "munt voor één van uw eigen munt, zoals 1,0847",
    "no-positive-amount": "een bedrag van 0 of meer met hoogstens twee decimalen, zoals 12,50",
    "no-days": "een geheel aantal dagen van 1 tot {most}",
    "no-period": "een kwartaal of een maand van een jaar, zoals 2026-Q1 of 2026-03",
    "phone-not-as-text": "het telefoonnummer als tekst, met zijn eerste 0 of zijn +",
}

PROBLEMS: Mapping[str, ProblemWords] = {
    code: ProblemWords(allowed=allowed) for code, allowed in _ALLOWED.items()
}

SENTENCES: Mapping[str, str] = {
    "anything": "om het even wat",
    "shows an error": "De cel toont een fout van het rekenblad; herstel de formule.",
    "without a result": "een formule zonder resultaat",
    "save in Excel": "Open het bestand in Excel en sla het op, zodat het berekend wordt.",
    "share of a hundred": "Schrijf {whole}, of {typed} % als het zo weinig is.",
    "became a date": "Het rekenblad maakte een datum van wat er getypt werd ({typed}?). Geef de "
    "cel de opmaak tekst en typ {what} opnieuw.",
}
