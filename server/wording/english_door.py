"""English: what the server says to whoever presses. A {gap} is filled in."""

from collections.abc import Mapping

_NOTHING_READ = "Nothing was read or changed."
_NOTHING_CONNECTED = "Nothing was connected."
_NOTHING_EXPORTED = "Nothing was exported or charged."

SENTENCES: Mapping[str, str] = {
    # Every problem.
    "problem": "{place}: {finding}",
    "place": "{parts}",
    "finding": "found {found}, {verb} {allowed}.",
    "verb allowed": "allowed:",
    "the date": "the date {day}",
    "quoted": '"{text}"',
    "figure": "{figure}",
    "row": "row {row}",
    "rows": "rows {rows}",
    "rows counted": "rows {rows} ({count} {noun})",
    "and": "{before} and {last}",
    "nothing happened": "Nothing was exported, numbered or charged.",
    "noun rows": "rows",
    "noun lines": "lines",
    "noun invoices": "invoices",
    "noun customers": "customers",
    # Who pressed.
    "other account": "Button: found {email}, allowed for this file: {allowed}. You are "
    "probably signed in to Google twice. Open this file in a window with only your work "
    f"account and press again. {_NOTHING_READ}",
    "everybody at": "addresses at {domain}",
    "nobody": "nobody",
    "no proof": "Button: found no valid proof of who pressed, needed: Google's. Reload the "
    f"file and press again. {_NOTHING_READ}",
    "old proof": "Button: found a proof of who pressed that is too old, needed: a fresh one. "
    f"Press again. {_NOTHING_READ}",
    "other file": "Button: found the button of another file, allowed: that of the connected "
    f"one. In a copy press Bookkeeping > Connect this file. {_NOTHING_READ}",
    "unverified": "Button: found an account whose e-mail address Google has not verified, "
    "needed: a verified one. Verify it at myaccount.google.com and press again. "
    f"{_NOTHING_READ}",
    "unfit person": "Press: found a file and a Google account that do not fit together, "
    "allowed: a connected file and its own button. Press again; if it stays so, press "
    f"Bookkeeping > Connect this file. {_NOTHING_READ}",
    "unfit secret": "Press: found a workbook, secret and time that do not fit together, "
    "allowed: an attached workbook, its own secret, a clock at most 5 minutes off. "
    f"{_NOTHING_READ}",
    # Connecting.
    "google off": "Connect: found a server without GOOGLE_CREDENTIALS, needed one that "
    f"reaches Google. Ask {{contact}} to set it. {_NOTHING_CONNECTED}",
    "unknown code": "Connection code: found {code}, needed one that this server made. Paste "
    f"the whole line of your mail, or ask {{contact}} for a new one. {_NOTHING_CONNECTED}",
    "nothing": "nothing",
    "used code": "Connection code: found {code}, used on {day} by {who} for "
    f'"{{title}}". Ask {{contact}} for a new one. {_NOTHING_CONNECTED}',
    "code used now": "Connection code: found it used a moment ago, needed a new one. "
    f"{_NOTHING_CONNECTED}",
    "old code": "Connection code: found {code}, which was good until {day}. Ask {contact} for "
    f"a new one. {_NOTHING_CONNECTED}",
    "tries": "Connect: found more than {allowed} tries in an hour, allowed: {allowed}. Try "
    "again in {wait}.",
    "minute": "1 minute",
    "minutes": "{count} minutes",
    "file of another": "This file: found it connected to another firm already, allowed for "
    "this code: a file of {firm}. Make a copy and connect the copy, or ask {contact}. "
    f"{_NOTHING_CONNECTED}",
    "copy": 'This file: found a copy of "{title}" (still connected), allowed: one exporting '
    "file at a time. Press Bookkeeping > Connect and choose: it goes on from "
    f'"{{title}}", it is a test copy, or it is another firm. {_NOTHING_EXPORTED}',
    "copy of another": "This file: found a copy of a file of another firm (still connected), "
    "allowed for this code: a file of {firm}. Choose that it is another firm, when it is "
    f"{{firm}}'s from now on. {_NOTHING_EXPORTED}",
    "code of the same": "Connection code: found one of {firm}, needed one of the other firm. "
    f"Ask {{contact}} for it and paste that. {_NOTHING_CONNECTED}",
    "numbers": "Customers: found {numbers}, needed the word that they are those of {firm}. "
    "Ask {contact} for a code that keeps them, or empty the column. "
    f"{_NOTHING_CONNECTED}",
    "one number": "the accountant's number {first}",
    "many numbers": "{count} accountant's numbers ({first} to {last})",
    # Connected.
    "connected": "Connected as {email} to {firm}.",
    "is a test": "This is a test copy: it may check, and never exports.",
    "is followed": 'It may check; "{title}" goes on from it and exports.',
    "follows": 'It goes on from "{title}", which may check and exports no more.',
    "reading works": "Reading: works. Writing: works.",
    "no folder": "Folder: not chosen yet.",
    "folder works": "Folder: works.",
    # Google.
    "no access": "{subject}: found no access to {what}, needed: {role}. Share it with "
    "{address} as {role}, or ask who took it away.",
    "server": "Server",
    "folder": "Folder",
    "this file": "this file",
    "this folder": "this folder",
    "editor": "editor",
    "content manager": "content manager",
    "protected": "{subject}: found protected cells in {what}, needed: the right to change "
    "them. Choose Data > Protect sheets and ranges and add {address}, or take the "
    "protection away.",
    "office file": "{subject}: found an Office file in Drive, needed a Google Sheet. Open it, "
    "choose File > Save as Google Sheets, and connect the new file.",
    "my drive": "Folder: found a folder in somebody's My Drive, needed one in a Shared Drive "
    "(a service account can't own files). Choose another, or leave it empty: the file then "
    "waits under Download.",
    "key refused": "Google: found the key of {address} refused, needed one that is valid. "
    "Whoever runs this server makes a new key and sets GOOGLE_CREDENTIALS.",
    "busy": "Google: found it busy (too many requests in this minute), needed a free minute. "
    "Press again in a minute.",
    "down": "Google: found {found}, needed an answer. Press again in a few minutes.",
    "silent": "no answer in time",
    "a page": "a page of HTML instead of an answer",
    "no certificates": "no certificates to prove who pressed",
    "refused": "Google: found the request refused ({found}), needed one that it takes. Tell "
    "whoever runs this server.",
    # Presses.
    "records away": "The records are not reachable.",
    "press not kept": "Nothing was exported or charged. Try again in 10 minutes.",
    "read later": "Try again in 10 minutes.",
    "too often": "Pressed {found} times in a minute, allowed: {allowed}. The last answer is "
    "in tab Start; try again in {seconds} seconds.",
    "full": "Server: found {found} runs that wait or go on, allowed: {allowed}. Nothing was "
    "started; press again in a minute.",
}
