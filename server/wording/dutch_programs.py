"""Dutch: what programs say of themselves, and the page that travels with their files."""

from collections.abc import Mapping

_WINBOOKS = {
    "winbooks importing again": "Een klant die al in WinBooks zit, wordt overschreven. Een "
    "document waarvan het nummer al in het dagboek zit, wordt geweigerd als het daar in een "
    "andere periode staat (DOC_EXI); in dezelfde periode waarschuwt de test (DOC_NUM): stop dan, "
    "het bestand is al eens ingelezen.",
    "winbooks step computer": "Deze bestanden zijn voor WinBooks op een computer: WinBooks on Web "
    "kan ze niet inlezen.",
    "winbooks step unzip": "Pak CSF.TXT (klanten) en ACT.TXT (documenten) uit in een eigen map.",
    "winbooks step close": "Sluit WinBooks: op elke computer als u met meer dan één in dezelfde "
    "boekhouding werkt.",
    "winbooks step start": "Start WbLinkInterface, het importprogramma van WinBooks (menu Tools), "
    "en meld u aan.",
    "winbooks step company": "Kies het dossier en het boekjaar waartoe de documenten behoren, en "
    "maak verbinding.",
    "winbooks step format": 'Kies het formaat "TXT files" en de map met de twee bestanden; laat '
    '"Call API" uit.',
    "winbooks step test": "Doe eerst TEST. Dat leest beide bestanden, wijzigt niets en somt op wat "
    "het zou weigeren.",
    "winbooks step import": "Toont de test geen fout, voer dan de import uit: eerst de klanten, "
    "dan de documenten.",
    "winbooks step compare": "Vergelijk de verkoopdagboeken met de totalen hieronder.",
    "winbooks step peppol": "Staan deze facturen via Peppol al in uw programma? Lees ze dan niet "
    "nog eens in: kies één weg, want anders wordt elke verkoop twee keer geboekt.",
    "winbooks vatbase": "Het teken van de maatstaf van heffing en het btw-totaal op creditnota's; "
    "de bedragen zelf worden altijd omgekeerd. Uw boekhouder weet het: vraag het na het eerste "
    "proefbestand. Gewoonlijk: +.",
    "winbooks book year": "nee: WinBooks boekt in het jaar dat tijdens het inlezen open staat. "
    "ja: in het jaar waarvan de code in de rij Boekjaar staat. Uw boekhouder weet het. "
    "Gewoonlijk: nee.",
    "winbooks vatcat": "Wat WinBooks over particulieren verteld wordt: 3 niet btw-plichtig, 1 "
    "btw-plichtig, 0 onbepaald. WinBooks beheert de btw alleen voor categorie 1: uw boekhouder "
    "weet het. Gewoonlijk: 3.",
    "winbooks characters": "Een letter die WinBooks niet heeft, zoals ł. {nearest}: er komt een "
    "l, met een waarschuwing. {refuse}: u moet ze eerst rechtzetten. U beslist. Gewoonlijk: "
    "{nearest}.",
    "winbooks too long": "Een tekst die langer is dan zijn veld in WinBooks. {ask}: u moet hem "
    "eerst inkorten, de korte vorm wordt getoond. {shorten}: de korte vorm wordt geschreven, met "
    "een waarschuwing. U beslist. Gewoonlijk: {ask}.",
}
_JOURNAL = {
    "journal importing again": "Het is een gewone lijst: wie ze twee keer inleest, heeft elk "
    "document twee keer.",
    "journal step unzip": "Pak journal.csv uit.",
    "journal step open": "Kies in Excel Gegevens, Van tekst/CSV, bestandsoorsprong 65001 (UTF-8) "
    "en als scheidingsteken de komma.",
    "journal step rows": "De eerste rij noemt de kolommen. Elke rij is één boekingsregel; een "
    "document is in evenwicht.",
    "journal step apostrophe": "Een tekst die met = + - @ of een tab begint, krijgt een apostrof "
    "vooraan: het is geen formule.",
    "journal step compare": "Vergelijk uw import met de totalen hieronder.",
}
_PAGE = {
    "how-to file": "Hoe inlezen",
    "how-to title": "{what} voor {program}",
    "how-to period": "{owner}, {first} t/m {last}.",
    "how-to rehearsal": "Dit is een proef, gemaakt om het inlezen te proberen.",
    "how-to rehearsal more": "Niets erin telt als geëxporteerd.\nLees het in een testdossier in, "
    "of stop na de test van het programma zelf. Klanten zonder\nnummer dragen er een uit een "
    "reeks voor proeven; de echte export geeft hun een ander.",
    "how-to replaces": "Dit vervangt export {number}.",
    "how-to replaces more": "Lees deze in, en export {number} nooit meer.",
    "how-to steps": "Hoe u dit inleest",
    "how-to again": "Nog eens inlezen",
    "how-to totals": "Wat eruit moet komen",
    "how-to unsaid": "Niet in deze bestanden",
    "how-to no field": "{field}: het blad noemt er een in {documents}.",
    "how-to no cash discount": "Korting contant: aangeboden in {documents} ({numbers}). Waar ze de "
    "btw verlaagt, staan in de bestanden de lagere maatstaf en btw; de korting en haar dagen "
    "moeten geboekt worden als iemand vroeg betaalt.",
    "how-to law": "Teksten op de facturen",
    "how-to law more": "Boekbrug ziet de facturen niet: wie ze maakt, drukt erop wat de wet "
    "vraagt. Dit is wat Boekbrug ervan weet; waar niets staat, vraagt u het uw boekhouder.",
    "how-to treatment": "Behandeling",
    "how-to text": "Tekst",
    "how-to credit note with VAT": "creditnota met btw",
    "how-to codes": "Per btw-code",
    "how-to journals": "Per dagboek",
    "how-to negative": "Creditnota's tellen negatief.",
    "how-to parameters": "Gemaakt met deze instellingen",
    "how-to no parameters": "Dit programma heeft er geen van zichzelf.",
    "how-to documents": "Documenten",
    "how-to net": "Netto",
    "how-to VAT of code": "Btw, code {code}",
    "how-to VAT": "Btw",
    "how-to gross": "Totaal met btw",
    "how-to debit": "Debet",
    "how-to credit": "Credit",
    "how-to code": "Btw-code",
    "how-to program code": "In het programma",
    "how-to rate": "Tarief",
    "how-to base": "Maatstaf",
    "how-to journal": "Dagboek",
    "how-to invoices": "Facturen",
    "how-to credit notes": "Creditnota's",
    "period in file name": "{first} tot en met {last}",
}

SENTENCES: Mapping[str, str] = {**_WINBOOKS, **_JOURNAL, **_PAGE}
