"""Requests of a batch about ranges with a meaning: names, protection, conditions, filters."""

from google_emulator import colours, fields
from google_emulator.grid import Json, Sheet, Spreadsheet, new_number
from google_emulator.sheets_lookup import grid_range_of, shown_grid_range
from google_emulator.sheets_refusals import InvalidRequestError, the_range, the_sheet


def add_named(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Name a range."""
    named = {"namedRangeId": str(new_number()), **request["namedRange"]}
    spreadsheet.named_ranges.append(named)
    return {"namedRange": {**named, "range": shown_grid_range(named["range"])}}


def update_named(spreadsheet: Spreadsheet, request: Json) -> None:
    """Change a name or where it points."""
    wanted = request["namedRange"]
    named = _named(spreadsheet, wanted["namedRangeId"])
    for field in fields.parse(request["fields"]):
        named[field] = wanted[field]


def delete_named(spreadsheet: Spreadsheet, request: Json) -> None:
    """Forget a name."""
    spreadsheet.named_ranges.remove(_named(spreadsheet, request["namedRangeId"]))


def add_protected(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Protect a range; who asks can always edit it (recorded: and is among its editors)."""
    given = {name: value for name, value in request["protectedRange"].items() if value}
    sheet = the_sheet(spreadsheet, given["range"].get("sheetId", 0))
    protected: Json = {
        "protectedRangeId": new_number(),
        **given,
        "range": shown_grid_range(given["range"]),
        "requestingUserCanEdit": True,
        "editors": {k: v for k, v in given.get("editors", {}).items() if v},
    }
    editors = [*protected["editors"].get("users", []), spreadsheet.writer]
    users = {"users": [each for each in dict.fromkeys(editors) if each]}
    sheet.protected.append({**protected, "editors": {**protected["editors"], **users}})
    return {"protectedRange": protected}


def update_protected(spreadsheet: Spreadsheet, request: Json) -> None:
    """Change a protected range."""
    wanted = request["protectedRange"]
    _, protected = _protected(spreadsheet, wanted["protectedRangeId"])
    fields.write(protected, wanted, fields.parse(request["fields"]))


def delete_protected(spreadsheet: Spreadsheet, request: Json) -> None:
    """Take a protection away."""
    sheet, protected = _protected(spreadsheet, request["protectedRangeId"])
    sheet.protected.remove(protected)


def add_conditional(spreadsheet: Spreadsheet, request: Json) -> None:
    """Add a rule that formats cells, before the one at its index."""
    rule = colours.kept(request["rule"])
    sheet, _ = the_range(spreadsheet, rule["ranges"][0])
    rule["ranges"] = [shown_grid_range(each) for each in rule["ranges"]]
    sheet.conditional.insert(request.get("index", 0), rule)


def delete_conditional(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Take a rule away and answer it."""
    sheet = the_sheet(spreadsheet, request.get("sheetId", 0))
    if request["index"] >= len(sheet.conditional):
        raise InvalidRequestError(
            f"No conditional format on sheet: {sheet.id} at index: {request['index']}"
        )
    return {"rule": sheet.conditional.pop(request["index"])}


def set_filter(spreadsheet: Spreadsheet, request: Json) -> None:
    """Set the filter; its range is bounded by the grid (recorded)."""
    given = request["filter"]
    sheet, box = the_range(spreadsheet, given["range"])
    sheet.basic_filter = {**given, "range": grid_range_of(sheet, box)}


def clear_filter(spreadsheet: Spreadsheet, request: Json) -> None:
    """Take the filter away."""
    the_sheet(spreadsheet, request["sheetId"]).basic_filter = None


def _named(spreadsheet: Spreadsheet, named_id: str) -> Json:
    for named in spreadsheet.named_ranges:
        if named["namedRangeId"] == named_id:
            return named
    raise InvalidRequestError(f"No named range with id: {named_id}")


def _protected(spreadsheet: Spreadsheet, protected_id: int) -> tuple[Sheet, Json]:
    for sheet in spreadsheet.sheets:
        for protected in sheet.protected:
            if protected["protectedRangeId"] == protected_id:
                return sheet, protected
    raise InvalidRequestError(f"No protected range with ID: {protected_id}")
