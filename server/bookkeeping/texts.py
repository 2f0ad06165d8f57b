"""The words that documents and files get of themselves, in the language of Settings."""

from collections.abc import Sequence

from boekbrug.server.bookkeeping.terms import Kind

LANGUAGES = ("en", "nl", "fr", "de")
DOCUMENT_WORDS = {
    "en": {Kind.INVOICE: "Invoice", Kind.CREDIT_NOTE: "Credit note"},
    "nl": {Kind.INVOICE: "Factuur", Kind.CREDIT_NOTE: "Creditnota"},
    "fr": {Kind.INVOICE: "Facture", Kind.CREDIT_NOTE: "Note de crédit"},
    # In German tax law a Gutschrift is the customer's own billing; this is the seller's word.
    "de": {Kind.INVOICE: "Rechnung", Kind.CREDIT_NOTE: "Rechnungskorrektur"},
}
REHEARSAL_WORDS = {"en": "REHEARSAL", "nl": "PROEF", "fr": "ESSAI", "de": "PROBE"}
"""What marks the file of a rehearsal and the documents in it."""


ON = {"en": "on", "nl": "op", "fr": "sur", "de": "zu"}
"""What stands between a credit note and the invoice that it credits."""


def document_text(kind: Kind, number: str, language: str, credited: Sequence[str] = ()) -> str:
    """Return the text of a document without a description.

    >>> document_text(Kind.CREDIT_NOTE, "CN2026/3", "nl", ["2026/18"])
    'Creditnota CN2026/3 op 2026/18'
    """
    text = f"{DOCUMENT_WORDS[language][kind]} {number}"
    return f"{text} {ON[language]} {', '.join(credited)}" if credited else text


def is_document_text(text: str, number: str) -> bool:
    """Whether the text is one that a document without a description gets, in any language.

    >>> is_document_text("Factuur 2026/18", "2026/18"), is_document_text("Books", "2026/18")
    (True, False)
    >>> is_document_text("Creditnota CN2026/3 op 2026/18", "CN2026/3")
    True
    """
    return any(
        text == (own := document_text(kind, number, language)) or text.startswith(f"{own} {on} ")
        for language, on in ON.items()
        for kind in Kind
    )
