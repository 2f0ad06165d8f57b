"""`GET /workbooks/<id>/columns`: what *Add a column* can offer, to whoever may press that file.

The server's schemas know every column; which of them a sheet has already, the button sees in the
sheet itself, so nothing of it is read here.
"""

from flask import Response, request

from boekbrug.server.web.answers import json_answer, language_of_reader
from boekbrug.server.web.authentication import authenticated
from boekbrug.server.web.ports import Service
from boekbrug.server.workbook.further_columns import further_columns
from boekbrug.server.workbook.synonyms import TABS


def list_columns(service: Service, workbook_id: str) -> Response:
    """Answer the tabs of people with all their names, and their columns with all theirs.

    A column's header is its name in the reader's language.
    """
    authenticated(service, workbook_id, b"", dict(request.headers))
    offered = further_columns(service.programs, language_of_reader())
    tabs = [
        {
            "tab": tab,
            "names": [tab, *TABS[tab]],
            "columns": [
                {"header": one.header, "names": one.names, "description": one.description}
                for one in columns
            ],
        }
        for tab, columns in offered.items()
    ]
    return json_answer({"tabs": tabs})
