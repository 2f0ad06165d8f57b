"""Mistakes that many will make, letter for letter in both languages, where no other test is."""

import pytest
from button_support import NEEDS_NODE

from boekbrug.server.bookkeeping.problems import Origin, coded_at, merged, sentence
from boekbrug.server.wording.said import in_language, word

NO_ACCOUNT = {
    "en": "Lines, rows 12, 15 and 31-44 (16 lines), Account: found nothing, allowed: an account "
    "from tab Accounts. Choose it in the cell, or fill Suggested account of the line's code in "
    "tab VAT.",
    "nl": "Regels, rijen 12, 15 en 31-44 (16 regels), Rekening: gevonden niets, toegelaten: een "
    "rekening uit tabblad Rekeningen. Kies ze in de cel, of vul op tabblad Btw de Voorgestelde "
    "rekening in van de code van deze regel.",
}
BLOCKED = {
    "en": (
        "Google says that access is blocked?",
        "Your organisation blocks this button. Send your Google administrator: please trust the "
        "OAuth client ID of this button in Admin console > Security > API controls. The ID stands "
        "in the mail that you connect with; Extensions > Apps Script > Project settings leads to "
        "it too.",
    ),
    "nl": (
        "Zegt Google dat de toegang geblokkeerd is?",
        "Uw organisatie blokkeert deze knop. Stuur naar uw Google-beheerder: vertrouw alstublieft "
        "de OAuth-client-ID van deze knop in Beheerdersconsole > Beveiliging > API-opties. De ID "
        "staat in de mail waarmee u koppelt; ook Extensies > Apps Script > Projectinstellingen "
        "leidt ernaar.",
    ),
}


@pytest.mark.parametrize("language", NO_ACCOUNT)
def test_lines_without_an_account_are_one_sentence_with_their_rows(language: str):
    account = word("header", "Account")
    missing = [
        coded_at(Origin(word("tab", "Lines"), row), account, "account-missing")
        for row in (12, 15, *range(31, 45))
    ]
    [problem] = merged(missing)
    assert in_language(sentence(problem), language) == NO_ACCOUNT[language]


@NEEDS_NODE
@pytest.mark.parametrize("language", BLOCKED)
def test_the_help_of_the_button_says_what_to_send_to_whoever_blocks_it(script, language: str):
    words = script.call("languages_")[language]
    told = {part["title"]: part["text"] for part in words["help"]}
    title, text = BLOCKED[language]
    assert told[title] == text
