"""`GET /runs/<id>/files/<name>`: the stored bytes of an export or a rehearsal, exactly."""

from io import BytesIO

from flask import Response, send_file

from boekbrug.server.web.links import NoSuchPageError
from boekbrug.server.web.ports import Service
from boekbrug.server.web.runs import opened_run


def download(service: Service, run_id: str, name: str) -> Response:
    """Answer a file of the run; its ETag is its SHA-256."""
    run = opened_run(service, run_id)
    stored = service.office.file(run, name)
    if stored is None:
        raise NoSuchPageError
    return send_file(
        BytesIO(stored.file.content),
        mimetype=stored.file.media_type,
        as_attachment=True,
        download_name=stored.file.name,
        etag=stored.sha256,
    )
