/**
 * Dutch, as spoken in Belgium: every sentence of the button.
 *
 * @returns {Words}
 */
function wordsDutch_() {
  return {
    language: "nl",
    thousands: ".",
    decimal: ",",
    until: "tot",
    upTo: "tot en met {day}",
    months: [
      ...["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"],
      ...["september", "oktober", "november", "december"],
    ],
    menu: {
      title: "Boekhouding",
      check: "Controleren…",
      export: "Exporteren…",
      earlier: "Vorige exports en bestanden",
      rehearse: "Proefbestand maken (gratis)",
      questions: "Vragen voor mijn boekhouder",
      connect: "Dit bestand koppelen…",
      repair: "Tabbladen en opmaak herstellen",
      addColumn: "Kolom toevoegen…",
      help: "Hulp (wat is dit, wie ziet wat)",
    },
    titles: {
      check: "Controleren",
      export: "Exporteren naar de boekhouding",
      earlier: "Vorige exports",
      rehearse: "Proefbestand",
      questions: "Vragen voor mijn boekhouder",
      connect: "Dit bestand koppelen",
      repair: "Tabbladen en opmaak herstellen",
      addColumn: "Kolom toevoegen",
      help: "Hulp",
    },
    presets: {
      lastMonth: "vorige maand",
      thisMonth: "deze maand",
      lastQuarter: "vorig kwartaal",
      thisQuarter: "dit kwartaal",
      toEndOfLastMonth: "tot het einde van vorige maand",
    },
    labels: {
      period: "Periode",
      ownDates: "Eigen datums…",
      from: "Van",
      to: "Tot en met",
      only: "Alleen deze nummers (komma's ertussen)",
      all: "Ook wat al geëxporteerd werd",
      check: "Controleren",
      checkAgain: "Opnieuw controleren",
      changedMind: "Toch niet zeker?",
      goOn: "Doorgaan",
      rehearse: "Proefbestand maken",
      rehearseHint:
        "De bestanden die uw boekhouder zou krijgen, gemarkeerd als proef. Er wordt niets " +
        "genummerd, aangerekend of als geëxporteerd gemarkeerd.",
      repair: "Herstellen",
      repairHint:
        "Kolomtitels, keuzelijsten, opmaak en ontbrekende tabbladen worden teruggezet. Wat u " +
        "typte blijft zoals het is.",
      column: "Kolom",
      addColumn: "{header} toevoegen aan {tab}",
      addColumnHint:
        "Kolommen die uw tabbladen kunnen hebben en nog niet hebben. Een nieuwe komt vóór de " +
        "grijze kolommen en is leeg. Wat u typte blijft zoals het is.",
      noColumns: "Uw tabbladen hebben elke kolom die er is.",
      showColumn: "De kolom tonen",
      starting: "Uw druk op de knop wordt verstuurd…",
      mayClose:
        "U mag dit venster sluiten: het gaat door; het resultaat komt op tabblad Start.",
      asleep:
        "De server sliep en start nu op (meestal binnen een minuut). Even wachten: uw druk op de " +
        "knop blijft bewaard.",
      stillGoing:
        "Het duurt langer dan gewoonlijk en gaat vanzelf door. Kijk over enkele minuten op " +
        "tabblad Start.",
      download: "Downloaden",
      save: "Opslaan in mijn Drive",
      saving: "Wordt opgeslagen…",
      copyText: "Tekst voor de boekhouder kopiëren",
      copyQuestions: "Vragen kopiëren",
      noQuestions: "Niets te vragen: elk antwoord van uw boekhouder is ingevuld.",
      copied: "Gekopieerd",
      openPage: "De pagina hiervan openen",
      rows: "Ook in",
      row: "rij",
      connectLabel: "Plak de regel uit de mail van uw beheerder",
      connectExample: "https://…/connect/K7F3-9QXM",
      connectHint:
        "Ze noemt de server en bevat een code die één keer werkt. Wie ze stuurde, kan u zeggen " +
        "waar uw gegevens naartoe gaan.",
      connect: "Koppelen",
      connecting: "Wordt gekoppeld…",
      connectFirst: "Dit bestand is nog niet gekoppeld. Kies Boekhouding > Dit bestand koppelen…",
      noExports: "Er werd nog niets geëxporteerd.",
      filesAgain: "De bestanden opnieuw ophalen",
      loading: "Een ogenblik…",
      failed:
        "Google heeft dit niet afgewerkt: {why} Probeer opnieuw; een druk die aankwam wordt nooit " +
        "twee keer aangerekend.",
    },
    youAre: "U bent {email}",
    pressedTwice:
      "Iemand drukte daarnet in dit bestand; dat wordt nog verstuurd. Wacht enkele seconden en " +
      "druk dan opnieuw.",
    notConnected:
      "Dit bestand: geen koppeling gevonden, wel nodig. Druk op Boekhouding > Dit bestand " +
      "koppelen… en plak de regel uit de mail van uw beheerder. Er is niets gelezen of gewijzigd.",
    noAnswer:
      "De server antwoordde enkele minuten niet. Misschien heeft hij uw druk op de knop toch: " +
      "kijk over enkele minuten op tabblad Start. Opnieuw drukken wordt nooit twee keer " +
      "aangerekend. Blijft het stil, zeg het dan aan {contact}.",
    strangeAnswer:
      "De server antwoordde met {status}, zonder uitleg. Probeer opnieuw; blijft het zo, zeg het " +
      "dan aan {contact}.",
    unknownToServer:
      "De server kent dit nog niet of niet meer: hij is ouder of nieuwer dan het menu van dit " +
      "bestand. Zeg het aan {contact}. Er is niets gewijzigd.",
    whoeverSent: "wie u de regel om te koppelen stuurde",
    permissionMissing:
      "Toestemming van Google: “verbinding maken met een externe service” ontbreekt. Druk " +
      "opnieuw en vink elk vakje aan: zonder kan de knop de server niet bereiken.",
    movedServer:
      "Dit adres is niet van de server waaraan dit bestand gekoppeld is. Druk opnieuw op " +
      "Boekhouding > Dit bestand koppelen…",
    joined:
      "{who} is sinds {time} {doing} ({percent} %). Uw druk is niet nodig: zodra het klaar is, " +
      "ziet u het hier.",
    doing: {
      check: "aan het controleren",
      export: "aan het exporteren",
      rehearse: "een proefbestand aan het maken",
      "set-up": "tabbladen en opmaak aan het herstellen",
      "add-column": "deze kolom aan het toevoegen",
    },
    someoneElse:
      "{who} drukte om {time}, voor {period} ({percent} %). Wacht tot dat klaar is en druk dan " +
      "opnieuw.",
    noSuchTab:
      "Dit bestand: geen tabblad {tab} gevonden. Druk op Boekhouding > Tabbladen en opmaak " +
      "herstellen.",
    stages: {
      waiting: "wacht op zijn beurt…",
      silent: "wacht op de server…",
      behind: "wacht tot {code} klaar is…",
      "waiting for another run": "wacht op een andere opdracht…",
      "setting up the sheet": "blad wordt klaargezet…",
      "reading the sheet": "blad wordt gelezen…",
      "checking every cell": "elke cel wordt gecontroleerd…",
      "writing the file": "bestand wordt gemaakt…",
      "keeping the books": "boeken worden bijgewerkt…",
      "delivering the file": "bestand wordt afgeleverd…",
      "writing into the sheet": "resultaat wordt in het blad gezet…",
    },
    headlines: {
      toFix: ["{count} ding recht te zetten", "{count} dingen recht te zetten"],
      nothingWrong: "Niets mis in {period}",
      nothingNew: "Niets nieuws in {period}",
      exported: "Export {number} is klaar",
      exportedAgain: "Export {number} opnieuw: dezelfde bestanden, gratis",
      rehearsed: "Het proefbestand is klaar",
      repaired: "Tabbladen en opmaak zijn in orde",
      columnAdded: "Kolom {header} staat op tabblad {tab}",
      columnThere: "Kolom {header} stond al op tabblad {tab}: er is niets gewijzigd",
      stopped: "Er is niets geëxporteerd",
      unfinished: "Gemaakt en betaald, niet afgewerkt",
    },
    invoices: ["{count} factuur", "{count} facturen"],
    creditNotes: ["{count} creditnota", "{count} creditnota's"],
    getNumbers: ["{count} klant krijgt een nummer: {numbers}", "{count} klanten krijgen een nummer: {numbers}"],
    total: "totaal incl. btw {amount}",
    cost: "kosten EUR {fee} (tegoed {balance})",
    onHold: ["{count} factuur wordt tegengehouden", "{count} facturen worden tegengehouden"],
    exportDocuments: ["{count} document exporteren", "{count} documenten exporteren"],
    holdAndGoOn: ["Deze {count} tegenhouden en doorgaan", "Deze {count} tegenhouden en doorgaan"],
    writeCustomersAgain: [
      "{count} klant opnieuw schrijven: mijn boekhouder wil het",
      "Alle {count} klanten opnieuw schrijven: mijn boekhouder wil het",
    ],
    replaces: "vervangt export {number}",
    quote: "Vraag? Vermeld {code}",
    weights: {
      blocking: "Eerst recht te zetten",
      warning: "Goed om te weten",
      later: "Voor later, houdt nu niets tegen",
    },
    moreProblems: [
      "en nog {more} van één soort: zet eerst deze recht",
      "en nog {more} van {count} soorten: zet eerst deze recht",
    ],
    connect: {
      notTheLine:
        "Regel: gevonden “{found}”, toegelaten: de hele regel uit de mail, zoals " +
        "https://boekbrug.example/connect/K7F3-9QXM. Kopieer ze nog eens.",
      done: "Gekoppeld.",
      copies: {
        continues: "Het volgt het oude bestand op (een nieuw jaar, bijvoorbeeld)",
        test: "Het is een testkopie die nooit exporteert",
        other: "Het is een andere firma",
      },
    },
    earlier: {
      title: "Export {number}",
      made: "{when}, door {who}",
    },
    drive: {
      saved: "Opgeslagen in uw Drive: {name}",
      noFile: "De server heeft dit bestand niet meer. Druk opnieuw op Exporteren voor dezelfde periode.",
      otherBytes: "Google Drive bewaarde andere bytes dan we stuurden. Druk op Downloaden.",
      refused: "Google Drive weigerde: {why} Druk op Downloaden.",
    },
    phone: {
      title: "Op uw telefoon",
      check: "Vorige maand nu controleren",
      answer: "Antwoord",
      export: "Om te exporteren: typ {count}",
      exportAfterCheck: "Om te exporteren: eerst controleren",
      details: "Details",
      file: "Laatste bestand",
      working: "Bezig, een ogenblik…",
      checked: "Controle van {period}",
      exported: "Export",
      ready: "{count} documenten, EUR {fee}, niets mis",
      readyForNothing: "{count} documenten, niets mis",
      wrongCount:
        "Start, {cell}: gevonden {found}, nodig {count} (de documenten van uw controle van " +
        "{time}). Er is niets geëxporteerd.",
      noCheck:
        "Start, {cell}: gevonden {found}, nodig een controle van de laatste 30 minuten: vink " +
        "eerst B21 aan. Er is niets geëxporteerd.",
    },
    help: [
      {
        title: "Wat is dit?",
        text:
          "Het maakt van de facturen in dit bestand het bestand dat het programma van uw " +
          "boekhouder inleest, zodat niemand ze nog eens typt. Controleren kost niets en wijzigt " +
          "alleen de tabbladen Start en Check en de grijze kolommen. Exporteren geeft klanten hun " +
          "nummer en kost wat het zijpaneel zegt voor u drukt. Een factuur wordt één keer " +
          "aangerekend, nooit opnieuw.",
      },
      {
        title: "Wie ziet wat?",
        text:
          "De server waaraan dit bestand gekoppeld is, leest dit bestand wanneer iemand drukt, en " +
          "schrijft de grijze kolommen. Hij ziet geen ander bestand van u. Hij bewaart wie drukte " +
          "en wanneer. Iedereen die dit bestand mag bewerken, mag drukken.",
      },
      {
        title: "Waarom vraagt Google toestemmingen?",
        text:
          "Dit rekenblad: om naar een cel te springen en de rijen voor de telefoon in te vullen. " +
          "Een externe service: om de server te bereiken. Een zijpaneel: om dit te tonen. Werken " +
          "terwijl u er niet bent: alleen voor de telefooncellen op tabblad Start. Uw e-mailadres: " +
          "opdat de server weet wie drukte. Bestanden die het zelf maakt: om een export in uw " +
          "Drive op te slaan als u dat vraagt.",
      },
      {
        title: "Op een telefoon",
        text:
          "Daar is geen menu. Vink op tabblad Start B21 aan om vorige maand te controleren. Om te " +
          "exporteren typt u in B23 het aantal documenten dat de controle vond.",
      },
      {
        title: "Google zegt dat de app niet geverifieerd is?",
        text:
          "Het programma hoort bij dit bestand en werd erin gezet door wie u het bestand gaf. " +
          "Vertrouwt u die persoon: Geavanceerd, dan Naar Boekbrug.",
      },
      {
        title: "Zegt Google dat de toegang geblokkeerd is?",
        text:
          "Uw organisatie blokkeert deze knop. Stuur naar uw Google-beheerder: vertrouw " +
          "alstublieft de OAuth-client-ID van deze knop in Beheerdersconsole > Beveiliging > API-opties. De ID staat " +
          "in de mail waarmee u koppelt; ook Extensies > Apps Script > Projectinstellingen leidt ernaar.",
      },
    ],
  };
}
