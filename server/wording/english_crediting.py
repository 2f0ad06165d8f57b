"""English: what is said of credit notes in the light of the invoices that they credit."""

from collections.abc import Mapping

from boekbrug.server.wording.language import ProblemWords

PROBLEMS: Mapping[str, ProblemWords] = {
    "credited-too-much-together": ProblemWords(
        found="{base} credited under VAT code {vat_code}",
        allowed="at most {left}, as {invoiced} was invoiced on {numbers} together and {done} is "
        "credited already",
        cure="Correct the lines, or name the right invoices.",
    ),
    "credited-too-much-after-discount": ProblemWords(
        found="{base} credited under VAT code {vat_code}",
        allowed="at most {left}, as {net} was invoiced on {numbers}, of which VAT was due on "
        "{invoiced} for a cash discount of {discount}, and {done} is credited already",
        cure="Give the credit note the cash discount of the invoice, or correct the lines.",
    ),
    "credited-at-other-rate": ProblemWords(
        found="rate {rate}, while {number} is at {past_rate}",
        verb="taken",
        allowed="as it is; what the customer then has open in the books is a difference of "
        "exchange",
        cure="Your accountant books it.",
    ),
    "credited-vat-as-printed": ProblemWords(
        found="VAT {vat} for {vat_code}, as printed",
        verb="taken",
        allowed="as printed; {left} remains of the invoice's VAT, so that {open} of it stays open",
        cure="Correct the printed amount if the paper says otherwise.",
    ),
    "credited-base-as-printed": ProblemWords(
        found="{base} for {vat_code}, as printed",
        verb="taken",
        allowed="as printed; {left} remains of the invoice, so that {open} of it stays open",
        cure="Correct the printed amount if the paper says otherwise.",
    ),
    "credited-rounding-as-printed": ProblemWords(
        found="rounding of {rounding} on the credit note",
        verb="taken",
        allowed="as it is; {left} remains of the invoice's rounding, so that {open} of it stays "
        "open",
        cure="Correct the printed amounts, or the payable rounding, if the paper says otherwise.",
    ),
    "credited-remainder-of-rounding": ProblemWords(
        found="no rounding on the credit note",
        verb="taken:",
        allowed="{rounding}, which is what remains of the invoice's rounding, so that the customer "
        "ends at 0.00",
    ),
    "credited-remainder-in-books": ProblemWords(
        found="{net} and VAT {vat} for {vat_code}, converted",
        verb="taken:",
        allowed="{taken_net} and VAT {taken_vat}, which is what remains of the invoice in the "
        "books, so that the customer ends at 0.00 there too",
    ),
    "credited-on-other-number": ProblemWords(
        found="{invoices}, booked on {past_number}",
        verb="taken:",
        allowed="credit note {number} on {now_number}, where its customer is booked by now",
        cure="Tell your accountant: unless the two numbers are one in the program, what is "
        "credited stays open on {past_number}. Either the credit note is moved there or the "
        "invoice to {now_number}, and the two are matched.",
    ),
}
"""What is wrong, by code."""

SENTENCES: Mapping[str, str] = {
    "cents unsettled": "Of the VAT of the credited invoice {left} is left, printed is {printed}. "
    "Taken: as printed; {open} stays open.",
    "cents settled": "In {currency} the total converted is {converted}; taken is {gross} (VAT code "
    "{codes}), what is left of the credited invoice, so that it ends at 0.00.",
    "cents settled within": "In {currency} net and VAT of VAT code {codes} are what is left of the "
    "credited invoice, so that it ends at 0.00.",
}
