"""Dutch: what is said about rows, tabs and settings.

Problems stand by their code, sentences by their key.
"""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

_ASK_THE_SERVER = "Verbeter de cel, of vraag het aan wie deze server beheert."

PROBLEMS: Mapping[str, ProblemWords] = {
    # Tabs and headers.
    "second-tab": ProblemWords(
        found='een tweede tabblad voor {name}, naast "{first}"',
        allowed="één",
        cure="Hernoem of verwijder het tabblad dat niet bedoeld is.",
    ),
    "second-header": ProblemWords(
        found="{found}",
        allowed="één keer",
        cure="{rename}",
    ),
    "missing-tab": ProblemWords(
        found="geen tabblad met deze naam",
        allowed="één",
        cure="Voeg het toe, of geef het tabblad waar het op staat opnieuw deze naam.",
    ),
    "no-headers": ProblemWords(
        found="geen rij met koppen",
        allowed="de koppen {headers} in een van de eerste {count} rijen",
        cure="Schrijf de koppen boven de rijen.",
    ),
    "missing-header": ProblemWords(
        found="geen kolom met deze kop",
        allowed="één, met de kop in rij {row}",
        cure="Schrijf de kop daar; de volgorde van de kolommen speelt geen rol.",
    ),
    "misspelt-header": ProblemWords(
        allowed='"{header}"',
        cure="Verbeter de kop{own}.",
    ),
    "other-layout": ProblemWords(
        allowed="{needed}",
        cure="Dit bestand werd voor een andere versie van Boekbrug gemaakt; vraag het aan wie "
        "deze server beheert.",
    ),
    # Names.
    "unknown-customer": ProblemWords(
        allowed="een klant uit tabblad {title}",
        cure="Kies er een in de cel, of voeg de klant toe.",
    ),
    "misspelt-customer": ProblemWords(
        allowed="een klant uit tabblad {title}; het dichtst is {nearest} (rij {row})",
        cure="Kies die in de cel, of voeg de klant toe.",
    ),
    "faulty-customer": ProblemWords(
        allowed="een klant uit tabblad {title} zonder fouten",
        cure="Verbeter eerst rij {row} van tabblad {title}.",
    ),
    "unknown-account": ProblemWords(
        allowed="een rekening uit tabblad {title}",
        cure="Kies er een in de cel, of voeg de rekening toe.",
    ),
    "misspelt-account": ProblemWords(
        allowed="een rekening uit tabblad {title}; het dichtst is {nearest} (rij {row})",
        cure="Kies die in de cel, of voeg de rekening toe.",
    ),
    "faulty-account": ProblemWords(
        allowed="een rekening uit tabblad {title} zonder fouten",
        cure="Verbeter eerst rij {row} van tabblad {title}.",
    ),
    "faulty-vat-code": ProblemWords(
        allowed="een btw-code uit tabblad {title} zonder fouten",
        cure="Verbeter eerst rij {row} van tabblad {title}.",
    ),
    "name-twice": ProblemWords(
        found="{times} {found}",
        allowed="elk één keer",
        cure="{cure}",
    ),
    # VAT codes and accounts.
    "unknown-vat-code": ProblemWords(allowed="{allowed}"),
    "vat-rate-as-fraction": ProblemWords(allowed="{allowed}", cure="Schrijf {rate}."),
    "vat-rate-of-several-codes": ProblemWords(
        allowed="{allowed}", cure="{rate} kan {codes} zijn: schrijf de code die bedoeld is."
    ),
    "vat-rate-not-zero": ProblemWords(allowed="0 voor {treatment}"),
    "account-of-other-length": ProblemWords(
        allowed="{length} cijfers, zoals {settings} zegt (Lengte rekeningen)"
    ),
    # Customers.
    "wrong-vat-number": ProblemWords(allowed="{allowed}"),
    "own-vat-number": ProblemWords(
        allowed="het btw-nummer van een ander dan {name} zelf",
        cure="Verwijder de klant en de testfacturen.",
    ),
    "postcode-of-other-length": ProblemWords(
        allowed="{length} cijfers voor {country}",
        cure="Een postcode die met 0 begint, moet als tekst getypt worden.",
    ),
    "unreadable-payment-terms": ProblemWords(
        allowed="dagen zoals 30 of 30d, 30E voor 30 dagen einde maand, of CONT voor contante "
        "betaling"
    ),
    "number-of-another-row": ProblemWords(
        found='{number}, dat is van "{owner}" (rij {first})',
        allowed="leeg, of een nummer dat niemand gehad heeft",
        cure="Rij {row} lijkt een kopie van rij {first}: maak deze cel leeg, dan krijgt ze het "
        "volgende nummer.",
    ),
    # Invoices.
    "unreadable-number": ProblemWords(
        allowed="een nummer zoals 2026/18 of CN2026/3, of een van een reeks van tabblad {settings}",
        cure="Beginnen ze allemaal zo, voeg dan een rij toe aan {settings}: Reeks, en ernaast "
        '"{example} = {kind}".',
    ),
    "number-without-series": ProblemWords(
        allowed="een nummer van een reeks van tabblad {settings}, want er is geen kolom {kind}",
        cure="Voeg de kolom {kind} toe, of een rij aan {settings}: Reeks, en ernaast wat zulke "
        'nummers zijn, zoals "CN = creditnota".',
    ),
    "kind-of-other-series": ProblemWords(
        allowed="{kind}, de soort van reeks {prefix} in {settings}",
        cure="Verbeter de soort, het nummer of de reeks.",
    ),
    "number-twice": ProblemWords(
        found="{times} {number}", allowed="één keer per reeks en boekjaar", cure="{cure}"
    ),
    "lines-in-both": ProblemWords(
        found="{found} hier en regels op tabblad {title} ({lines})",
        allowed="een van beide",
        cure="Maak {net}, {vat} en {account} hier leeg, of verwijder de rijen van tabblad {title}.",
    ),
    "net-without-vat": ProblemWords(allowed="een btw-code of een tarief, naast {net}"),
    "vat-without-net": ProblemWords(
        allowed="een bedrag, naast {vat} en {account}",
        cure="Vul {net} in, of maak {vat} en {account} van de rij leeg en gebruik tabblad {title}.",
    ),
    "invoice-without-lines": ProblemWords(
        allowed="een bedrag, of regels op tabblad {title}",
        cure="Vul {net} en {vat} in voor een factuur van één regel, of voeg de regels toe op "
        "tabblad {title}.",
    ),
    "negative-invoice": ProblemWords(
        found="een totaal van {net} zonder btw",
        allowed="0,00 of meer op een factuur",
        cure="Is het een creditnota, zeg dat dan in {kind} en typ de bedragen zoals {settings} "
        "zegt.",
    ),
    "credit-note-typed-negative": ProblemWords(
        found="een totaal van {net} zonder btw op een creditnota",
        allowed="positieve bedragen, zoals {settings} zegt (Bedragen op creditnota's)",
        cure="Typ de bedragen met het andere teken: de soort alleen maakt er een creditnota van.",
    ),
    "credit-note-typed-positive": ProblemWords(
        found="een totaal van {net} zonder btw op een creditnota",
        allowed="negatieve bedragen, zoals {settings} zegt (Bedragen op creditnota's)",
        cure="Typ de bedragen met het andere teken: de soort alleen maakt er een creditnota van.",
    ),
    "due-before-invoice": ProblemWords(
        verb="verwacht:",
        allowed="de dag van de factuur of een latere",
        cure="De datum wordt geëxporteerd zoals hij er staat; verbeter hem als dat niet de "
        "bedoeling is.",
    ),
    "odd-reference": ProblemWords(
        allowed="een gestructureerde mededeling van 12 cijfers met een juist controlegetal, zoals "
        "+++090/9337/55493+++",
        cure="Ze komt niet in de bestanden.",
    ),
    # Lines.
    "line-of-two-kinds": ProblemWords(
        allowed="factuur of creditnota, want beide hebben dit nummer",
        cure="Voeg de kolom {kind} aan dit tabblad toe als ze er niet is, en vul ze voor deze "
        "regels in.",
    ),
    "line-without-invoice": ProblemWords(
        found="{kind}{found}",
        allowed="het nummer van een rij van tabblad {title}{nearest}",
        cure="Verbeter het nummer, voeg de factuur toe, of verwijder haar regels.",
    ),
    "negative-price": ProblemWords(
        allowed="0 of meer", cure="Typ voor een vermindering een negatief aantal."
    ),
    # Settings.
    "unknown-setting": ProblemWords(
        allowed="de naam van een instelling", cure="De rij wordt niet gebruikt."
    ),
    "misspelt-setting": ProblemWords(
        allowed="de naam van een instelling; het dichtst is {nearest}",
        cure="De rij wordt niet gebruikt.",
    ),
    "setting-twice": ProblemWords(found="{times} {found}", allowed="één keer"),
    "setting-of-the-record": ProblemWords(
        allowed="{recorded}, zoals dit dossier geregistreerd is", cure=_ASK_THE_SERVER
    ),
    "setting-account-of-other-length": ProblemWords(
        allowed="een rekening van {length} cijfers (Lengte rekeningen)"
    ),
    "unknown-setting-account": ProblemWords(
        allowed="een rekening uit tabblad {title}", cure="Kies er een, of voeg de rekening toe."
    ),
    "program-of-another-dossier": ProblemWords(
        allowed="{program}, het programma van dit dossier{others}"
    ),
    "unreadable-series": ProblemWords(
        allowed='letters en wat ze betekenen, zoals "CN = creditnota, VERKCN"'
    ),
    "series-prefix-twice": ProblemWords(allowed="letters waarmee geen andere rij begint"),
    "unreadable-book-year": ProblemWords(
        allowed='eerste en laatste dag en een code, zoals "2026-01-01..2026-12-31 = 3"'
    ),
    "overlapping-book-years": ProblemWords(allowed="boekjaren die elkaar niet overlappen"),
    "book-years-of-the-record": ProblemWords(
        found="andere boekjaren",
        allowed="die waarmee dit dossier geregistreerd is: {years}",
        cure="Verbeter de rijen, of vraag het aan wie deze server beheert.",
    ),
}

SENTENCES: Mapping[str, str] = {
    "header twice": "twee keer de kop (cellen {first} en {second})",
    "two headers": 'de koppen "{one}" (cel {first}) en "{other}" (cel {second}) voor hetzelfde',
    "rename one": "Hernoem de kolom die niet bedoeld is.",
    "rename empty column": "Hernoem of verwijder die van cel {cell}: daar staat niets onder.",
    "twice": "twee keer",
    "times": "{count} keer",
    "own number": "Geef {rows} een eigen nummer, of verwijder de rij als ze een kopie is.",
    "own numbers": "Geef {rows} elk een eigen nummer, of verwijder ze als het kopieën zijn.",
    "own number of a copy": "Rij {row} werd geëxporteerd (export {export}), {rows} niet: geef "
    "{rows} een eigen nummer.",
    "own numbers of copies": "Rij {row} werd geëxporteerd (export {export}), {rows} niet: geef "
    "{rows} elk een eigen nummer.",
    "without letters": "zonder letters",
    "kind before": "{kind} ",
    "rate or code": "{rates}, of {code}",
    "code of tab": "een code van tabblad {title} ({codes})",
    "and more": "{codes} …",
    "other programs": ", en met een komma ook {programs}",
    "VAT number BE": "een Belgisch btw-nummer met een juist controlegetal, zoals {example}",
    "VAT number DE": "een Duits btw-nummer met een juist controlegetal, zoals {example}",
    "VAT number FR": "een Frans btw-nummer met een juist controlegetal, zoals {example}",
    "VAT number LU": "een Luxemburgs btw-nummer met een juist controlegetal, zoals {example}",
    "VAT number NL": "een Nederlands btw-nummer met een juist controlegetal, zoals {example}",
    "VAT number elsewhere": "een btw-nummer van {country} met een juist controlegetal",
}
