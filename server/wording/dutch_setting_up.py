"""Dutch: a sheet that is set up, gets a column or is connected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "server writes here": "Hier schrijft Boekbrug; wat u er typt, wordt teruggezet.",
    "google is off": "Google: gevonden uitgeschakeld op deze server, nodig GOOGLE_CREDENTIALS. "
    "Vraag wie de server beheert om ze in te stellen.",
    "add a column": "Kolom toevoegen",
    "column Tab": "Tabblad",
    "column Header": "Kolomtitel",
    "one of names": "een van {names}{nearest}",
    "nearest of names": "; het dichtst is {nearest}",
    "usual here": "Gewoonlijk hier: {choices}.",
    "connected as": "gekoppeld, {email}",
    "attached and not connected": "{file}: gevonden een .xlsx-bestand, toegelaten: een "
    "Google-spreadsheet. Koppel een bestand met `boekbrug workbook attach`.",
    "no set-up of file": "{file}: gevonden een .xlsx-bestand, toegelaten: een Google-spreadsheet. "
    "Gebruik `boekbrug workbook new`: dat maakt een bestand met alle tabbladen, lijsten en opmaak; "
    "plak uw rijen daarin.",
    "no column in file": "{file}: gevonden een .xlsx-bestand, toegelaten: een Google-spreadsheet. "
    "Open het bestand, ga naar tabblad {tab} en typ {header} in de eerste lege cel van de rij met "
    "de kolomtitels: een kolom wordt gelezen waar ze ook staat.",
    "google says blocked": "Zegt Google dat de toegang geblokkeerd is?",
    "organisation blocks": "Uw organisatie blokkeert deze knop. Stuur naar uw Google-beheerder: "
    "vertrouw alstublieft OAuth-client-ID {client} in Beheerdersconsole > Beveiliging > "
    "API-opties.",
    "organisation blocks unnamed": "Uw organisatie blokkeert deze knop. Stuur naar uw "
    "Google-beheerder: vertrouw alstublieft de OAuth-client-ID van deze knop in Beheerdersconsole "
    "> Beveiliging > API-opties. Extensies > Apps Script > Projectinstellingen leidt naar het "
    "Google Cloud-project; de ID staat daar bij API's en services > Inloggegevens.",
    "page connect title": "Een blad koppelen",
    "page connect": "Dit adres is voor de knop in uw blad, niet voor een browser.",
    "page connect open": "Open uw blad op een computer.",
    "page connect choose": "Kies in het menu Boekhouding > Dit bestand koppelen. Geen menu? Wacht "
    "tien seconden en laad het blad opnieuw.",
    "page connect paste": "Plak daar deze hele regel:",
    "page connect once": "Het werkt één keer. Lukt het niet? Vraag {contact}.",
    "mail copy of": "1. Maak een kopie van het blad: {url}",
    "mail copy": "1. Maak een kopie van het blad: Bestand > Een kopie maken.",
    "mail choose": "2. Kies in de kopie Boekhouding > Dit bestand koppelen.",
    "mail paste": "3. Plak dit daar, uiterlijk op {day}: {url}",
}
