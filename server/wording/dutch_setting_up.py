"""Dutch: a sheet that is set up, gets a column or is connected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "server writes here": "Hier schrijft Boekbrug; wat u er typt, wordt teruggezet.",
    "sheet never at rest": "gevonden telkens gewijzigd bij het lezen, nodig in rust. Wacht tot "
    "niemand erin typt en druk dan opnieuw.",
    "sheet without tab": "gevonden geen tabblad {tab}, nodig de tabbladen van Boekbrug. Geef het "
    "tabblad waar het op staat opnieuw deze naam, of voeg het toe.",
    "folder is a file": "Map: gevonden een bestand, nodig een map. Kies een map.",
    "folder in the bin": "Map: gevonden in de prullenbak, nodig op haar plaats. Haal ze uit de "
    "prullenbak, of kies een andere.",
    "other bytes in drive": "{file}: gevonden andere bytes in Drive dan er verstuurd werden, nodig "
    "dezelfde. Dat bestand zit in de prullenbak; de volgende export levert het opnieuw af, gratis.",
    "name taken in folder": "{file}: gevonden een ander bestand met die naam in de map, nodig een "
    "vrije naam. Verplaats dat bestand; de volgende export levert dit af, gratis.",
    "name taken at": "{file}: gevonden een ander bestand met die naam in {place}, nodig een vrije "
    "naam. Verplaats dat bestand; de volgende export levert dit af, gratis.",
    "no folder to write in": "{what}: gevonden {reason} bij {place}, nodig een map waarin "
    "geschreven kan worden. Verbind de schijf of maak de map schrijfbaar; {then}.",
    "no such folder": "geen map met die naam",
    "then press again": "druk dan opnieuw",
    "then it is delivered": "dan wordt het bestand afgeleverd",
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
