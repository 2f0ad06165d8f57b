"""Google's error bodies; each text has its source beside it where it is raised."""

from typing import Any

from google_emulator.http import RefusalError, Response

_STATUS = {400: "INVALID_ARGUMENT", 403: "PERMISSION_DENIED", 404: "NOT_FOUND"}


def sheets_error(code: int, message: str, **more: Any) -> RefusalError:
    """Make the refusal of a Sheets request, in the form that all recorded refusals have."""
    return RefusalError(
        Response(
            code, {"error": {"code": code, "message": message, "status": _STATUS[code], **more}}
        )
    )


def invalid_value(field: str, description: str) -> RefusalError:
    """Make the refusal of a body that doesn't fit its schema (recorded: test_add_validation)."""
    violation = {"field": field, "description": description}
    details = {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [violation],
    }
    return sheets_error(400, description, details=[details])


def drive_error(code: int, reason: str, message: str, **more: Any) -> RefusalError:
    """Make the refusal of a Drive request; `more` goes beside the reason (location ...)."""
    first = {"message": message, "domain": "global", "reason": reason, **more}
    return RefusalError(
        Response(code, {"error": {"code": code, "message": message, "errors": [first]}})
    )
