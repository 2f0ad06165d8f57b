"""Files of a workbook without a folder: they wait under Download, where the house keeps them."""

from boekbrug.server.bookkeeping.booking import ExportFile


class DownloadOnly:
    """A place that nothing is copied to (see `FilesPort`): the records hold every file already."""

    def prove(self) -> None:
        """Prove nothing: whatever was committed can be downloaded."""

    def deliver(self, file: ExportFile, *, year: int) -> str:  # noqa: ARG002 - the port's
        """Copy nothing and return where the file waits."""
        return "waits under Download"
