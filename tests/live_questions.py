"""What is believed of Google, and of what stands around it, without proof; and how it is found out.

Each question is answered by a test of `pytest -m live`, or by a person who takes these steps. Where
the notes of the reference data mark it as unproven, `mark` quotes the words before the mark.
"""

from dataclasses import dataclass

GOOGLE, PEOPLE = "google.md", "users-and-operators.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to find out.

    Attributes:
        believed: what the code or the documents take for true.
        tests: the live tests that ask a program's question, as `file::name`.
        steps: what a person does, and what should be seen; empty when a test answers.
        note: the note that marks it; empty when none does.
        mark: a few words of the note just before the mark.
    """

    believed: str
    tests: tuple[str, ...] = ()
    steps: str = ""
    note: str = ""
    mark: str = ""


QUESTIONS = (
    Question(
        believed="Requests under another quotaUser count for the same sixty a minute, so all teams "
        "of a server share them.",
        tests=("test_live.py::test_another_quota_user_has_no_minute_of_its_own",),
        note=GOOGLE,
        mark="whether it splits this quota is",
    ),
    Question(
        believed="A file in a Shared Drive may be made with an id that was generated before; the "
        "same id again is refused with 409, and in these words.",
        tests=(
            "test_live.py::test_an_id_made_beforehand_is_taken_once_in_a_shared_drive",
            "test_live.py::test_the_refusal_of_a_used_id_reads_as_the_emulators",
        ),
        note=GOOGLE,
        mark="the exact 409 body",
    ),
    Question(
        believed="A list that is strict binds people who type; what a program writes is taken.",
        tests=("test_live.py::test_a_strict_list_binds_no_program",),
        note=GOOGLE,
        mark="enforces strict validation",
    ),
    Question(
        believed="The button shares the sheet with the server by itself, under the narrow scope "
        "spreadsheets.currentonly. (An editor may share a file further: by test.)",
        tests=("test_live.py::test_an_editor_may_share_the_file_further",),
        steps="Connect a new copy as README tells. The sheet's Share dialog then names the "
        "service account as editor, and nobody typed it there.",
        note=PEOPLE,
        mark="if the scope allows",
    ),
    Question(
        believed="Sharing by hand works with Notify people unticked; with it ticked a mail says "
        "that the address was not found, and the sharing stands all the same.",
        steps="Share a sheet with the service account in the Share dialog, once with Notify people "
        "ticked and once without; look into the mailbox and at the list of editors.",
        note=PEOPLE,
        mark="'address not found' mail, ignore it",
    ),
    Question(
        believed="In a tab with a range that is protected for good, Google refuses those who may "
        "not change it to sort the tab or to delete rows that cross the range.",
        tests=("test_live.py::test_a_range_that_only_warns_binds_no_program",),
        steps="As the owner protect column H of a tab for yourself alone. As another editor sort "
        "the tab by column A and delete row 5: both are refused. Then set the range to Show a "
        "warning: both are done after a question.",
        note=PEOPLE,
        mark="refuse sorting and deleting rows in that tab",
    ),
    Question(
        believed="In the mobile apps the notes of cells are hard to find.",
        steps="Open a sheet with a note on a cell in the Sheets app of Android and of iOS, without "
        "being told where: is the note seen, and after how many taps?",
        note=PEOPLE,
        mark="hard to find on a phone",
    ),
    Question(
        believed="Heroku's Python buildpack sets WEB_CONCURRENCY, to 2 in 512 MB; the server does "
        "not read it.",
        steps="On a Basic dyno: heroku run 'echo $WEB_CONCURRENCY' prints 2, and the log of the "
        "web process names one worker.",
        note=PEOPLE,
        mark="to 2 on a 512 MB dyno",
    ),
    Question(
        believed="In organisations made since May 2024 the making of keys for service accounts is "
        "switched off.",
        steps="In the console of a new organisation make a service account and a JSON key: Google "
        "says that key creation is disabled, and by which policy.",
        note=PEOPLE,
        mark="default in organisations made since May 2024",
    ),
    Question(
        believed="Heroku's database Essential-0 holds 1 GB and takes 20 connections.",
        steps="heroku pg:info names data size and connections with their limits.",
        note=PEOPLE,
        mark="20 connections",
    ),
    Question(
        believed="Null leaves a cell alone, an empty text clears it, and RAW text is never "
        "understood.",
        tests=(
            "test_live.py::test_null_leaves_a_cell_and_an_empty_text_clears_it",
            "test_live.py::test_raw_text_is_stored_as_it_is",
            "test_live.py::test_a_string_value_of_a_batch_is_stored_as_it_is",
        ),
    ),
    Question(
        believed="A batch of which one request is refused has changed nothing.",
        tests=(
            "test_live.py::test_a_batch_that_is_refused_has_changed_nothing",
            "test_live.py::test_a_batch_of_values_that_is_refused_has_changed_nothing",
        ),
    ),
    Question(
        believed="In a Belgian sheet 12,5 is a number, 21% a fraction, 31/01/2026 a day; truth "
        "values are no text, and the errors of formulas are.",
        tests=(
            "test_live.py::test_a_belgian_sheet_understands_what_belgians_type",
            "test_live.py::test_truth_values_are_no_text",
            "test_live.py::test_errors_of_formulas_are_read_as_text",
        ),
    ),
    Question(
        believed="Developer metadata of a row does not travel when rows are sorted. Nothing here "
        "relies on it.",
        tests=("test_live.py::test_metadata_of_a_row_stays_in_its_place_when_rows_are_sorted",),
    ),
    Question(
        believed="An id that Drive did not make is refused as invalid.",
        tests=("test_live.py::test_an_id_of_ones_own_making_is_refused",),
    ),
    Question(
        believed="A file of a Shared Drive tells its SHA-256, and a search finds it as soon as it "
        "is stored; without supportsAllDrives it is not found.",
        tests=(
            "test_live.py::test_an_upload_is_known_by_its_checksum_and_found_at_once",
            "test_live.py::test_a_shared_drive_is_found_only_by_who_asks_for_all_drives",
        ),
    ),
    Question(
        believed="The consent screens are those that README names, and the first press may be lost "
        "to them.",
        steps="With an account that never used the button press Bookkeeping > Connect this file: "
        "note every screen and box in order, and whether the press goes on after Allow.",
    ),
    Question(
        believed="A copy of the sheet brings its script along.",
        steps="Copy the template with File > Make a copy and by its /copy link: both have the menu "
        "Bookkeeping after a reload.",
    ),
    Question(
        believed="On a phone a tick in tab Start starts a check, through the trigger of whoever "
        "connected the sheet.",
        steps="Connect on a computer, then tick Check now in the app of Android and of iOS: within "
        "a minute row 22 answers, and the box is empty again.",
    ),
    Question(
        believed="From zero to a working button takes ten minutes; a check of a hundred invoices "
        "takes a few seconds.",
        steps="Walk README's steps with a watch; press Check on the example firm five times and "
        "note the times that the run's page shows.",
    ),
    Question(
        believed="What has two readings, as 1,234 and 03/04/2026, Google understands as CLDR says "
        "of the locale that the sheet tells.",
        tests=("test_live.py::test_what_has_two_readings_is_understood_as_the_locale_writes",),
    ),
)
