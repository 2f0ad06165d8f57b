"""Dutch, as spoken in Belgium: what the server says to whoever presses."""

from collections.abc import Mapping

_NOTHING_READ = "Er is niets gelezen of gewijzigd."
_NOTHING_CONNECTED = "Er is niets gekoppeld."
_NOTHING_EXPORTED = "Er is niets geëxporteerd of aangerekend."

SENTENCES: Mapping[str, str] = {
    # Every problem.
    "problem": "{place}: {finding}",
    "place": "{parts}",
    "finding": "gevonden {found}, {verb} {allowed}.",
    "verb allowed": "toegelaten:",
    "the date": "de datum {day}",
    "quoted": '"{text}"',
    "figure": "{figure}",
    "row": "rij {row}",
    "rows": "rijen {rows}",
    "rows counted": "rijen {rows} ({count} {noun})",
    "and": "{before} en {last}",
    "nothing happened": "Er is niets geëxporteerd, genummerd of aangerekend.",
    "noun rows": "rijen",
    "noun lines": "regels",
    "noun invoices": "facturen",
    "noun customers": "klanten",
    # Who pressed.
    "other account": "Knop: gevonden {email}, toegelaten voor dit bestand: {allowed}. U bent "
    "waarschijnlijk met twee Google-accounts aangemeld. Open dit bestand in een venster met "
    f"alleen uw werkaccount en druk opnieuw. {_NOTHING_READ}",
    "everybody at": "adressen van {domain}",
    "nobody": "niemand",
    "no proof": "Knop: gevonden geen geldig bewijs van wie drukte, nodig: dat van Google. "
    f"Herlaad het bestand en druk opnieuw. {_NOTHING_READ}",
    "old proof": "Knop: gevonden een bewijs van wie drukte dat te oud is, nodig: een vers. "
    f"Druk opnieuw. {_NOTHING_READ}",
    "other file": "Knop: gevonden de knop van een ander bestand, toegelaten: die van het "
    "gekoppelde. Druk in een kopie op Boekhouding > Dit bestand koppelen. "
    f"{_NOTHING_READ}",
    "unverified": "Knop: gevonden een account waarvan Google het e-mailadres niet bevestigd "
    "heeft, nodig: een bevestigd. Bevestig het op myaccount.google.com en druk opnieuw. "
    f"{_NOTHING_READ}",
    "unfit person": "Druk op de knop: gevonden een bestand en een Google-account die niet bij "
    "elkaar horen, toegelaten: een gekoppeld bestand en zijn eigen knop. Druk opnieuw; blijft "
    f"het zo, druk dan op Boekhouding > Dit bestand koppelen. {_NOTHING_READ}",
    "unfit secret": "Druk op de knop: gevonden een bestand, geheim en tijdstip die niet bij "
    "elkaar horen, toegelaten: een gekoppeld bestand, zijn eigen geheim, een klok die "
    f"hoogstens 5 minuten afwijkt. {_NOTHING_READ}",
    # Connecting.
    "google off": "Koppelen: gevonden een server zonder GOOGLE_CREDENTIALS, nodig een die "
    f"Google bereikt. Vraag {{contact}} om het in te stellen. {_NOTHING_CONNECTED}",
    "unknown code": "Koppelcode: gevonden {code}, nodig een die deze server maakte. Plak de "
    "hele regel uit uw mail, of vraag een nieuwe aan {contact}. "
    f"{_NOTHING_CONNECTED}",
    "nothing": "niets",
    "used code": "Koppelcode: gevonden {code}, op {day} gebruikt door {who} voor "
    f'"{{title}}". Vraag een nieuwe aan {{contact}}. {_NOTHING_CONNECTED}',
    "code used now": "Koppelcode: gevonden een die daarnet gebruikt werd, nodig een nieuwe. "
    f"{_NOTHING_CONNECTED}",
    "old code": "Koppelcode: gevonden {code}, die goed was tot {day}. Vraag een nieuwe aan "
    f"{{contact}}. {_NOTHING_CONNECTED}",
    "tries": "Koppelen: gevonden meer dan {allowed} pogingen in een uur, toegelaten: "
    "{allowed}. Probeer opnieuw over {wait}.",
    "minute": "1 minuut",
    "minutes": "{count} minuten",
    "file of another": "Dit bestand: gevonden dat het al aan een andere firma gekoppeld is, "
    "toegelaten voor deze code: een bestand van {firm}. Maak een kopie en koppel die, of "
    f"vraag het aan {{contact}}. {_NOTHING_CONNECTED}",
    "copy": 'Dit bestand: gevonden een kopie van "{title}" (nog gekoppeld), toegelaten: één '
    "exporterend bestand tegelijk. Druk op Boekhouding > Dit bestand koppelen en kies: het "
    'volgt "{title}" op, het is een testkopie, of het is een andere firma. '
    f"{_NOTHING_EXPORTED}",
    "copy of another": "Dit bestand: gevonden een kopie van een bestand van een andere firma "
    "(nog gekoppeld), toegelaten voor deze code: een bestand van {firm}. Kies dat het een "
    f"andere firma is, als het voortaan van {{firm}} is. {_NOTHING_EXPORTED}",
    "code of the same": "Koppelcode: gevonden een van {firm}, nodig een van de andere firma. "
    f"Vraag die aan {{contact}} en plak die. {_NOTHING_CONNECTED}",
    "numbers": "Klanten: gevonden {numbers}, nodig de bevestiging dat ze van {firm} zijn. "
    "Vraag {contact} om een code die ze behoudt, of maak de kolom leeg. "
    f"{_NOTHING_CONNECTED}",
    "one number": "het nummer van de boekhouder {first}",
    "many numbers": "{count} nummers van de boekhouder ({first} tot {last})",
    # Connected.
    "connected": "Gekoppeld als {email} aan {firm}.",
    "is a test": "Dit is een testkopie: ze mag controleren en exporteert nooit.",
    "is followed": 'Het mag controleren; "{title}" volgt het op en exporteert.',
    "follows": 'Het volgt "{title}" op, dat mag controleren en niet meer exporteert.',
    "reading works": "Lezen: werkt. Schrijven: werkt.",
    "no folder": "Map: nog niet gekozen.",
    "folder works": "Map: werkt.",
    # Google.
    "no access": "{subject}: gevonden geen toegang tot {what}, nodig: {role}. Deel het met "
    "{address} als {role}, of vraag wie de toegang wegnam.",
    "server": "Server",
    "folder": "Map",
    "this file": "dit bestand",
    "this folder": "deze map",
    "editor": "bewerker",
    "content manager": "contentmanager",
    "protected": "{subject}: gevonden beveiligde cellen in {what}, nodig: het recht om ze te "
    "wijzigen. Kies Gegevens > Bladen en bereiken beveiligen en voeg {address} toe, of haal "
    "de beveiliging weg.",
    "office file": "{subject}: gevonden een Office-bestand in Drive, nodig een Google-"
    "spreadsheet. Open het, kies Bestand > Opslaan als Google Spreadsheets, en koppel het "
    "nieuwe bestand.",
    "my drive": "Map: gevonden een map in iemands Mijn Drive, nodig een in een gedeelde Drive "
    "(een serviceaccount kan geen bestanden bezitten). Kies een andere, of laat het leeg: het "
    "bestand wacht dan onder Downloaden.",
    "key refused": "Google: gevonden dat de sleutel van {address} geweigerd wordt, nodig een "
    "geldige. Wie deze server beheert, maakt een nieuwe en stelt GOOGLE_CREDENTIALS in.",
    "busy": "Google: gevonden te druk (te veel aanvragen in deze minuut), nodig een vrije "
    "minuut. Druk over een minuut opnieuw.",
    "down": "Google: gevonden {found}, nodig een antwoord. Druk over enkele minuten opnieuw.",
    "silent": "geen antwoord op tijd",
    "a page": "een HTML-pagina in plaats van een antwoord",
    "no certificates": "geen certificaten om te bewijzen wie drukte",
    "refused": "Google: gevonden dat de aanvraag geweigerd werd ({found}), nodig een die het "
    "aanvaardt. Zeg het aan wie deze server beheert.",
    # Presses.
    "records away": "De gegevens van de server zijn niet bereikbaar.",
    "press not kept": "Er is niets geëxporteerd of aangerekend. Probeer opnieuw over 10 minuten.",
    "read later": "Probeer opnieuw over 10 minuten.",
    "too often": "{found} keer gedrukt in een minuut, toegelaten: {allowed}. Het laatste "
    "antwoord staat op tabblad Start; probeer opnieuw over {seconds} seconden.",
    "full": "Server: gevonden {found} opdrachten die wachten of bezig zijn, toegelaten: "
    "{allowed}. Er is niets begonnen; druk over een minuut opnieuw.",
}
