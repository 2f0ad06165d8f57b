/**
 * English: every sentence of the button. A {gap} is filled in; a list of two is for one and many.
 *
 * Another language is a copy of this file whose function has another name, such as wordsFrench_.
 */
function wordsEnglish_() {
  return {
    language: "en",
    thousands: ",",
    decimal: ".",
    until: "to",
    upTo: "until {day}",
    months: [
      ...["January", "February", "March", "April", "May", "June", "July", "August"],
      ...["September", "October", "November", "December"],
    ],
    menu: {
      title: "Bookkeeping",
      check: "Check…",
      export: "Export…",
      earlier: "Earlier exports and files",
      rehearse: "Make a rehearsal file (free)",
      questions: "Questions for my accountant",
      connect: "Connect this file…",
      repair: "Repair tabs and formats",
      addColumn: "Add a column…",
      help: "Help (what is this, who sees what)",
    },
    titles: {
      check: "Check",
      export: "Export to the books",
      earlier: "Earlier exports",
      rehearse: "Rehearsal file",
      questions: "Questions for my accountant",
      connect: "Connect this file",
      repair: "Repair tabs and formats",
      addColumn: "Add a column",
      help: "Help",
    },
    presets: {
      lastMonth: "last month",
      thisMonth: "this month",
      lastQuarter: "last quarter",
      thisQuarter: "this quarter",
      toEndOfLastMonth: "to the end of last month",
    },
    labels: {
      period: "Period",
      ownDates: "Own dates…",
      from: "From",
      to: "To",
      only: "Only these numbers (commas between them)",
      all: "Also what was exported before",
      check: "Check",
      checkAgain: "Check again",
      changedMind: "Changed your mind?",
      goOn: "Go on",
      rehearse: "Make the rehearsal file",
      rehearseHint:
        "The files that your accountant would get, marked as a rehearsal. Nothing is numbered, " +
        "charged or marked as exported.",
      repair: "Repair",
      repairHint:
        "Headers, lists, formats and missing tabs are put back. What you typed stays as it is.",
      column: "Column",
      addColumn: "Add {header} to {tab}",
      addColumnHint:
        "Columns that your tabs can have and do not have yet. A new one comes before the grey " +
        "columns, empty. What you typed stays as it is.",
      noColumns: "Your tabs have every column that there is.",
      showColumn: "Show the column",
      starting: "Sending your press…",
      mayClose:
        "You may close this window: it goes on; the result comes in tab Start.",
      asleep:
        "The server was asleep and is starting (usually under a minute). Please wait: your press " +
        "is kept.",
      stillGoing:
        "It takes longer than usual and goes on by itself. Look at tab Start in a few minutes.",
      download: "Download",
      save: "Save in my Drive",
      saving: "Saving…",
      copyText: "Copy the text for the accountant",
      copyQuestions: "Copy the questions",
      noQuestions: "Nothing to ask: every answer of your accountant is filled in.",
      copied: "Copied",
      openPage: "Open the page of this run",
      rows: "Also in",
      row: "row",
      connectLabel: "Paste the line from your operator's mail",
      connectExample: "https://…/connect/K7F3-9QXM",
      connectHint:
        "It names the server and holds a code that works once. Whoever sends it can tell you " +
        "where your data goes.",
      connect: "Connect",
      connecting: "Connecting…",
      connectFirst: "This file is not connected yet. Choose Bookkeeping > Connect this file…",
      noExports: "Nothing was exported yet.",
      filesAgain: "Get the files again",
      loading: "One moment…",
      failed: "Google did not finish this: {why} Try again; a press that arrived is never charged twice.",
    },
    youAre: "You are {email}",
    pressedTwice:
      "Somebody pressed in this file a moment ago; that press is still being sent. Wait a few " +
      "seconds, then press again.",
    notConnected:
      "This file: found no connection, needed one. Press Bookkeeping > Connect this file… and " +
      "paste the line from your operator's mail. Nothing was read or changed.",
    noAnswer:
      "The server did not answer for a few minutes. It may still have your press: look at tab " +
      "Start in a few minutes. Pressing again never charges twice. If it stays silent, tell " +
      "{contact}.",
    strangeAnswer:
      "The server answered with {status} and no explanation. Try again; if it stays, tell " +
      "{contact}.",
    unknownToServer:
      "The server does not know this yet, or not any more: it is older or newer than the menu " +
      "of this file. Tell {contact}. Nothing was changed.",
    whoeverSent: "whoever sent you the line to connect with",
    permissionMissing:
      "Google permission: missing “connect to an external service”. Press again and tick every " +
      "box: without it the button can't reach the server.",
    movedServer:
      "This address is not one of the server that this file is connected to. Press Bookkeeping > " +
      "Connect this file… again.",
    joined:
      "{who} has been {doing} since {time} ({percent} %). Yours is not needed: when that is ready " +
      "you see it here.",
    doing: {
      check: "checking",
      export: "exporting",
      rehearse: "making a rehearsal file",
      "set-up": "repairing tabs and formats",
      "add-column": "adding this column",
    },
    someoneElse:
      "{who} pressed at {time}, for {period} ({percent} %). Wait until that is ready, then press " +
      "again.",
    noSuchTab: "This file: found no tab {tab}. Press Bookkeeping > Repair tabs and formats.",
    stages: {
      waiting: "waiting for its turn…",
      silent: "waiting for the server…",
      behind: "waiting for {code} to end…",
      "waiting for another run": "waiting for another run…",
      "setting up the sheet": "setting up the sheet…",
      "reading the sheet": "reading the sheet…",
      "checking every cell": "checking every cell…",
      "writing the file": "writing the file…",
      "keeping the books": "keeping the books…",
      "delivering the file": "delivering the file…",
      "writing into the sheet": "writing into the sheet…",
    },
    headlines: {
      toFix: ["{count} thing to fix", "{count} things to fix"],
      nothingWrong: "Nothing wrong in {period}",
      nothingNew: "Nothing new in {period}",
      exported: "Export {number} is ready",
      exportedAgain: "Export {number} again: the same files, for nothing",
      rehearsed: "The rehearsal file is ready",
      repaired: "Tabs and formats are in order",
      columnAdded: "Column {header} is in tab {tab}",
      columnThere: "Column {header} was in tab {tab} already: nothing was changed",
      stopped: "Nothing was exported",
      unfinished: "Made and paid, not finished",
    },
    invoices: ["{count} invoice", "{count} invoices"],
    creditNotes: ["{count} credit note", "{count} credit notes"],
    getNumbers: ["{count} customer gets a number: {numbers}", "{count} customers get a number: {numbers}"],
    total: "total incl. VAT {amount}",
    cost: "cost EUR {fee} (balance {balance})",
    onHold: ["{count} invoice is on hold", "{count} invoices are on hold"],
    exportDocuments: ["Export {count} document", "Export {count} documents"],
    holdAndGoOn: ["Hold this {count} and go on", "Hold these {count} and go on"],
    writeCustomersAgain: [
      "Write {count} customer again: my accountant wants it",
      "Write all {count} customers again: my accountant wants it",
    ],
    replaces: "replaces export {number}",
    quote: "Question? Quote {code}",
    weights: {
      blocking: "To fix first",
      warning: "Good to know",
      later: "For later, stops nothing now",
    },
    moreProblems: [
      "and {more} more of one kind: correct these first",
      "and {more} more of {count} kinds: correct these first",
    ],
    connect: {
      notTheLine:
        "Line: found “{found}”, allowed: the whole line of the mail, such as " +
        "https://boekbrug.example/connect/K7F3-9QXM. Copy it once more.",
      done: "Connected.",
      copies: {
        continues: "It goes on from the old file (a new year, for example)",
        test: "It is a test copy that never exports",
        other: "It is another firm",
      },
    },
    earlier: {
      title: "Export {number}",
      made: "{when}, by {who}",
    },
    drive: {
      saved: "Saved in your Drive: {name}",
      noFile: "The server no longer has this file. Press Export again for the same period.",
      otherBytes: "Google Drive kept other bytes than we sent. Press Download instead.",
      refused: "Google Drive refused: {why} Press Download instead.",
    },
    phone: {
      title: "On your phone",
      check: "Check last month now",
      answer: "Answer",
      export: "To export, type {count}",
      exportAfterCheck: "To export, check first",
      details: "Details",
      file: "Last file",
      working: "Working, one moment…",
      checked: "Check of {period}",
      exported: "Export",
      ready: "{count} documents, EUR {fee}, nothing wrong",
      readyForNothing: "{count} documents, nothing wrong",
      wrongCount:
        "Start, {cell}: found {found}, needed {count} (the documents of your check of {time}). " +
        "Nothing was exported.",
      noCheck:
        "Start, {cell}: found {found}, needed a check of the last 30 minutes: tick B21 first. " +
        "Nothing was exported.",
    },
    help: [
      {
        title: "What is this?",
        text:
          "It turns the invoices of this file into the file that your accountant's program " +
          "imports, so that nobody types them again. Check costs nothing and changes nothing " +
          "but tabs Start and Check and the grey columns. Export gives customers their number " +
          "and costs what the sidebar says before you press. An invoice is charged once, ever.",
      },
      {
        title: "Who sees what?",
        text:
          "The server that this file is connected to reads this file when somebody presses, " +
          "and writes the grey columns. It sees no other file of yours. It keeps who pressed " +
          "and when. Everybody who can edit this file can press.",
      },
      {
        title: "Why does Google ask for permissions?",
        text:
          "This spreadsheet: to jump to a cell and fill the rows for the phone. An external " +
          "service: to reach the server. A sidebar: to show this. Running when you are not " +
          "present: only for the phone cells in tab Start. Your e-mail address: so that the " +
          "server knows who pressed. Files that it makes itself: to save an export in your " +
          "Drive when you ask for it.",
      },
      {
        title: "On a phone",
        text:
          "There is no menu there. In tab Start, tick B21 to check last month. To export, type " +
          "in B23 the number of documents that the check found.",
      },
      {
        title: "Google says that the app is not verified?",
        text:
          "The program is part of this file and was put there by whoever gave you the file. " +
          "If you trust them: Advanced, then Go to Boekbrug.",
      },
      {
        title: "Google says that access is blocked?",
        text:
          "Your organisation blocks this button. Send your Google administrator: please trust the " +
          "OAuth client ID of this button in Admin console > Security > API controls. The ID stands " +
          "in the mail that you connect with; Extensions > Apps Script > Project settings leads to it too.",
      },
    ],
  };
}
