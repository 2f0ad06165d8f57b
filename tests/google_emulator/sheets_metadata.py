"""Developer metadata: it stays with its row or column and dies with it (discovery document)."""

from google_emulator.grid import Json, Spreadsheet, new_number
from google_emulator.http import UnimplementedError
from google_emulator.sheets_lookup import shown_grid_range

_LOOKUPS = {"metadataId", "metadataKey", "metadataValue", "visibility"}


def create(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Add metadata and give it its number."""
    given = request["developerMetadata"]
    metadata = {
        "metadataId": new_number(),
        **given,
        "location": _with_type(given["location"]),
    }
    spreadsheet.metadata.append(metadata)
    return {"developerMetadata": metadata}


def delete(spreadsheet: Spreadsheet, request: Json) -> Json:
    """Delete what a filter finds."""
    found = matching(spreadsheet, request["dataFilter"])
    spreadsheet.metadata = [each for each in spreadsheet.metadata if each not in found]
    return {"deletedDeveloperMetadata": found}


def matching(spreadsheet: Spreadsheet, data_filter: Json) -> list[Json]:
    """Find metadata by number, key, value and visibility."""
    wanted = data_filter.get("developerMetadataLookup")
    if wanted is None or set(wanted) - _LOOKUPS:
        raise UnimplementedError(f"the data filter {data_filter}")
    return [each for each in spreadsheet.metadata if wanted.items() <= each.items()]


def _with_type(location: Json) -> Json:
    if "dimensionRange" in location:
        dimensions = location["dimensionRange"]
        kind = dimensions["dimension"].removesuffix("S")
        return {"locationType": kind, "dimensionRange": shown_grid_range(dimensions)}
    kind = "SHEET" if "sheetId" in location else "SPREADSHEET"
    return {"locationType": kind, **location}
