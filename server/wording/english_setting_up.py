"""English: a sheet that is set up, gets a column or is connected."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "server writes here": "Boekbrug writes here; what people type is put back.",
    "sheet never at rest": "found changed each time it was read, needed at rest. Wait until nobody "
    "types in it; then press again.",
    "sheet without tab": "found no tab {tab}, needed the tabs of Boekbrug. Give the tab that holds "
    "it this name again, or add it.",
    "folder is a file": "Folder: found a file, needed a folder. Choose a folder.",
    "folder in the bin": "Folder: found it in the bin, needed it in its place. Take it out of the "
    "bin, or choose another.",
    "other bytes in drive": "{file}: found other bytes in Drive than were sent, needed the same. "
    "That file is in the bin; the next export delivers it again, for nothing.",
    "name taken in folder": "{file}: found another file of that name in the folder, needed the "
    "name free. Move that file away; the next export delivers it, for nothing.",
    "name taken at": "{file}: found another file of that name in {place}, needed the name free. "
    "Move that file away; the next export delivers it, for nothing.",
    "no folder to write in": "{what}: found {reason} at {place}, needed a folder to write in. "
    "Connect the drive or make the folder writable; {then}.",
    "no such folder": "no such folder",
    "then press again": "press again",
    "then it is delivered": "the file is delivered then",
    "google is off": "Google: found it switched off on this server, needed GOOGLE_CREDENTIALS. Ask "
    "whoever runs it to set them.",
    "add a column": "Add a column",
    "column Tab": "Tab",
    "column Header": "Header",
    "one of names": "one of {names}{nearest}",
    "nearest of names": "; nearest is {nearest}",
    "usual here": "Usual here: {choices}.",
    "connected as": "connected, {email}",
    "attached and not connected": "{file}: found an .xlsx file, allowed: a Google Sheet. Attach a "
    "file with `boekbrug workbook attach`.",
    "no set-up of file": "{file}: found an .xlsx file, allowed: a Google Sheet. Run `boekbrug "
    "workbook new`: it makes a file with every tab, list and format; paste your rows into it.",
    "no column in file": "{file}: found an .xlsx file, allowed: a Google Sheet. Open it, go to tab "
    "{tab} and type {header} in the first empty cell of the row with the headers: a column is read "
    "wherever it stands.",
    "google says blocked": "Google says that access is blocked?",
    "organisation blocks": "Your organisation blocks this button. Send your Google administrator: "
    "please trust OAuth client ID {client} in Admin console > Security > API controls.",
    "organisation blocks unnamed": "Your organisation blocks this button. Send your Google "
    "administrator: please trust the OAuth client ID of this button in Admin console > Security > "
    "API controls. Extensions > Apps Script > Project settings leads to its Google Cloud project; "
    "the ID stands there under APIs & Services > Credentials.",
    "page connect title": "Connect a sheet",
    "page connect": "This address is for the button in your sheet, not for a browser.",
    "page connect open": "Open your sheet on a computer.",
    "page connect choose": "In its menu choose Bookkeeping > Connect this file. No such menu? Wait "
    "ten seconds, then reload the sheet.",
    "page connect paste": "Paste this whole line there:",
    "page connect once": "It works once. Does it not? Ask {contact}.",
    "mail copy of": "1. Make a copy of the sheet: {url}",
    "mail copy": "1. Make a copy of the sheet: File > Make a copy.",
    "mail choose": "2. In the copy choose Bookkeeping > Connect this file.",
    "mail paste": "3. Paste this there, by {day}: {url}",
}
