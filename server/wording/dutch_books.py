"""Dutch: what is said about amounts, credit notes, periods and accounts.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    # Printed amounts.
    "printed-amount-taken": ProblemWords(
        found="{found}, een verschil van {cents} met de berekende {computed}",
        verb="gebruikt:",
        allowed="het gedrukte bedrag, want het verschil valt binnen de tolerantie van tabblad "
        "Instellingen",
    ),
    "vat-code-below-zero": ProblemWords(
        found="{base} onder btw-code {vat_code}",
        verb="overgenomen",
        allowed="zoals het is; het document in zijn geheel is niet negatief",
        cure="Vraag bij twijfel uw boekhouder: de btw-aangifte heeft een eigen rooster voor wat "
        "gecrediteerd wordt.",
    ),
    "text-too-long": ProblemWords(
        found="{found}",
        allowed="ten hoogste {most} tekens in {program}",
        cure="Schrijf het korter, bijvoorbeeld als {written}; of kies {shorten} voor Te lange "
        "tekst op tabblad Instellingen, dan wordt het zo geschreven.",
    ),
    # Credit notes.
    "credited-too-much": ProblemWords(
        found="{base} gecrediteerd onder btw-code {vat_code}",
        allowed="ten hoogste {left}, want {invoiced} is gefactureerd en {done} al gecrediteerd",
        cure="Verbeter de regels, of noem de juiste factuur.",
    ),
    "credited-code-not-invoiced": ProblemWords(
        found="een creditering onder btw-code {vat_code}",
        allowed="de btw-codes van de gecrediteerde factuur: {codes}",
        cure="Verbeter de btw-code, of noem de juiste factuur.",
    ),
    "credited-remainder": ProblemWords(
        found="btw {computed} voor {vat_code}, berekend",
        verb="genomen:",
        allowed="{vat}, wat van de btw van de factuur overblijft, zodat de klant op 0,00 uitkomt",
    ),
    "credited-remainder-of-base": ProblemWords(
        found="{computed} voor {vat_code}, berekend",
        verb="genomen:",
        allowed="{base}, wat van de factuur overblijft, zodat de klant op 0,00 uitkomt",
    ),
    "credited-invoice-elsewhere": ProblemWords(
        found="{numbers}, waarvan dit bestand noch een eerdere export de bedragen kent",
        verb="genomen",
        allowed="zoals het is; hoeveel er al van gecrediteerd is, kan niet nagekeken worden",
    ),
    "credited-invoice-of-another": ProblemWords(
        found='{number}, een factuur aan "{owner}"',
        allowed='een factuur aan "{customer}"',
        cure="Noem de juiste factuur, of verbeter de klant.",
    ),
    "credited-invoice-in-other-currency": ProblemWords(
        found="{number}, een factuur in {currency}",
        allowed="een factuur in de munt van de creditnota",
        cure="Verbeter de munt van een van beide.",
    ),
    "customer-written-again": ProblemWords(
        found="{fields}, anders dan export {batch} het schreef",
        verb="genomen:",
        allowed="de klant wordt opnieuw geschreven",
        cure="Wat uw boekhouder in het programma aan deze klant wijzigde, kan overschreven worden.",
    ),
    "all-customers-written-again": ProblemWords(
        found='"alle": klanten die al geschreven waren: {count}',
        verb="genomen:",
        allowed="ze worden opnieuw geschreven, gewijzigd of niet",
        cure="Wat uw boekhouder in het programma aan hen wijzigde, kan overschreven worden: kies "
        "nieuwe en gewijzigde, tenzij de boekhouder ze alle vroeg.",
    ),
    # When.
    "period-closed": ProblemWords(
        allowed="een periode na {closed}, tot wanneer de boeken afgesloten zijn",
        cure="Geef een latere datum of periode, of vraag uw boekhouder de periode te openen en "
        "verbeter Afgesloten tot op tabblad {settings}.",
    ),
    "period-is-a-quarter": ProblemWords(
        allowed="een maand, zoals 2026-03, zoals tabblad {settings} zegt bij Periodes",
        cure="Schrijf de maand.",
    ),
    "outside-own-periods": ProblemWords(
        found="{day}",
        allowed="een dag van een van de periodes van tabblad {settings}",
        cure="Verbeter dit, of voeg op tabblad {settings} een rij Periode toe.",
    ),
    "supplied-in-earlier-period": ProblemWords(
        found="een dienst van {supplied} gefactureerd op {issued}",
        verb="overgenomen",
        allowed="zoals het is; de btw ervan hoort bij {period}",
        cure="Schrijf {period} in een kolom Periode om ze daar te boeken.",
    ),
    "vat-code-not-valid": ProblemWords(
        found="btw-code {vat_code} op {day}",
        allowed="een code die op die dag geldt; deze geldt {valid}",
        cure="Kies een andere code, of verbeter de dagen op tabblad Btw.",
    ),
    # Accounts.
    "vat-code-not-for-account": ProblemWords(
        found="btw-code {vat_code} op rekening {account}",
        allowed="{codes} op die rekening, zoals tabblad Rekeningen zegt",
        cure="Verbeter de code of de rekening.",
    ),
    "cost-centre-missing": ProblemWords(
        found="niets",
        allowed="een kostenplaats, die rekening {account} nodig heeft",
        cure="Schrijf ze in deze rij.",
    ),
    "account-not-valid": ProblemWords(
        found="rekening {account} op {day}",
        allowed="een rekening die op die dag geldt; zie tabblad {title}, rij {row}",
        cure="Kies een andere rekening.",
    ),
    "account-of-other-kind": ProblemWords(
        found="rekening {account} voor een regel van soort {line_kind}",
        verb="genomen",
        allowed="zoals het is; tabblad Rekeningen zegt dat ze voor iets anders dient",
        cure="Verbeter de rekening of haar soort.",
    ),
    # VAT.
    "no-vat-by-scheme": ProblemWords(
        found="een tarief bij {codes}",
        verb="toegepast:",
        allowed="geen btw, want de firma rekent er geen aan ({scheme})",
        cure="Kies een code zonder tarief.",
    ),
    "typed-vat-differs": ProblemWords(
        allowed="{computed}, de btw van de regel tegen {rate} % ({vat_code})",
        cure="Verbeter het bedrag, de prijs of de btw-code; het verschil mag de {tolerance} van "
        "Tolerantie op tabblad Instellingen zijn.",
    ),
    "typed-vat-of-code": ProblemWords(
        allowed="0,00, want onder {vat_code} is er geen btw",
        cure="Maak deze cel leeg, of kies de btw-code die gedrukt is.",
    ),
    "typed-vat-of-firm": ProblemWords(
        allowed="0,00, want de firma rekent geen btw aan ({scheme})",
        cure="Maak deze cel leeg, of verbeter Eigen btw-stelsel op tabblad Instellingen.",
    ),
    "discount-of-nothing": ProblemWords(
        allowed="niets, want het gaat af van {whole}",
        cure="Maak deze cel leeg, of verbeter de regels.",
    ),
    "account-not-for-lines": ProblemWords(
        found="rekening {account}, van soort {account_kind}",
        allowed="een rekening van omzet of van een andere soort waarop regels geboekt worden",
        cure="Kies een andere rekening, of verbeter Soort op tabblad {title}, rij {row}.",
    ),
    "vat-number-for-oss": ProblemWords(
        allowed="niets bij btw-code {vat_code} ({treatment})",
        cure="De OSS-regeling is voor particulieren. Verbeter het, of de btw-code van {kind} "
        "{number}.",
    ),
    "oss-country-differs": ProblemWords(
        found="btw-code {vat_code} van {code_country} voor een verkoop aan {country}",
        allowed="een code van {country}",
        cure="Verbeter de btw-code van {kind} {number}, of het land.",
    ),
    # Voorschotten.
    "deposit-taken-off-too-much": ProblemWords(
        found="{amount} afgetrokken van de voorschotten op rekening {account} met btw-code "
        "{vat_code}",
        verb="genomen",
        allowed='zoals het is; van "{customer}" blijft {left}: er is {invoiced} gefactureerd en '
        "{done} afgetrokken",
        cure="Verbeter het bedrag, tenzij er nog een voorschot van voor Boekbrug is.",
    ),
    "deposit-under-other-code": ProblemWords(
        found="{amount} afgetrokken van de voorschotten op rekening {account} met btw-code "
        "{vat_code}",
        verb="genomen",
        allowed='zoals het is; het voorschot van "{customer}" dat blijft, staat onder {codes}',
        cure="Neem de btw-code van het voorschot.",
    ),
    "deposit-unknown": ProblemWords(
        found="{amount} afgetrokken van de voorschotten op rekening {account} met btw-code "
        "{vat_code}",
        verb="genomen",
        allowed='zoals het is; van "{customer}" is daar geen voorschot bekend',
        cure="Verbeter de rekening of de klant, tenzij het van voor Boekbrug is.",
    ),
    # Leveranciers tussen de klanten.
    "suppliers-left-out": ProblemWords(
        verb="weggelaten:",
        allowed="er gaan geen facturen naartoe, en hier wordt niets gecontroleerd, genummerd of "
        "geschreven",
        cure="Is een van hen toch klant, verbeter dan de soort; is het allebei, geef de klant een "
        "eigen rij.",
    ),
    "customer-is-none": ProblemWords(
        allowed="een klant; rij {row} van tabblad {title} is van een leverancier",
        cure="Kies de klant. Is het allebei, geef de klant dan een eigen rij en een eigen nummer.",
    ),
    # Wat in geen enkel bestand van een programma staat.
    "field-in-no-file": ProblemWords(
        found="een waarde",
        verb="genomen:",
        allowed="niets ervan, want geen bestand voor {program} bevat deze kolom",
        cure="Uw boekhouder boekt het met de hand, als het nodig is.",
    ),
    "cash-discount-for-program": ProblemWords(
        found="een korting voor contant die de maatstaf van heffing met {amount} verlaagt",
        allowed="geen, want {program} kent geen maatstaf die lager is dan het netto",
        cure="Houd het document tegen en laat het met de hand boeken; vraag het uw boekhouder.",
    ),
    "cash-discount-in-vat-alone": ProblemWords(
        found="een aangeboden korting voor contant",
        verb="genomen:",
        allowed="de lagere maatstaf en btw; geen bestand voor {program} bevat de korting en haar "
        "dagen",
        cure="Uw boekhouder boekt ze als iemand vroeg betaalt.",
    ),
    "cash-discount-in-no-file": ProblemWords(
        found="een aangeboden korting voor contant",
        verb="genomen:",
        allowed="btw op het geheel; geen bestand voor {program} bevat de korting en haar dagen",
        cure="Uw boekhouder boekt ze als iemand vroeg betaalt.",
    ),
    # Btw-nummers van klanten.
    "vat-number-of-other-country": ProblemWords(
        allowed="een nummer van {country}, het land van de klant",
        cure="Verbeter het nummer; of schrijf het land van het nummer bij Land, als de klant daar "
        "geregistreerd is.",
    ),
    "vat-number-of-several": ProblemWords(
        found="{number} in verschillende rijen",
        verb="overgenomen",
        allowed="zoals het is",
        cure="Is het één klant, ga dan met één rij verder en schrijf de naam daarvan bij de andere "
        "in kolom Samengevoegd met; zijn de andere filialen van {first}, schrijf dat in kolom "
        "Filiaal van.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "header other columns": "andere kolommen",
    "book currency": "de munt van de boeken",
    "valid since": "vanaf {first}",
    "valid until": "tot {last}",
    "valid between": "van {first} tot {last}",
    "left out: a draft": "een ontwerp",
    "VAT number or nothing": "een btw-nummer, of niets: laat de cel leeg voor een klant zonder "
    "btw-nummer",
    "a supplier": "een leverancier",
    "suppliers": "leveranciers",
}
