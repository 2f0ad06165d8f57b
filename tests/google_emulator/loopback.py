"""How a client under test reaches the emulator by Google's own addresses, and nothing else."""

from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

GOOGLE_HOSTS = ("sheets.googleapis.com", "www.googleapis.com", "oauth2.googleapis.com")


class LoopbackAdapter(HTTPAdapter):
    """Carries calls for Google to the emulator; a call for anybody else fails.

    Mounted on a session in place of https. `Host` stays Google's, so the emulator names Google's
    addresses in its answers.
    """

    def __init__(self, base_url: str) -> None:
        assert base_url.startswith("http://127.0.0.1:"), base_url
        self.base_url = base_url
        self.refused: list[str] = []
        super().__init__()

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        """Send a call for Google to the emulator."""
        address = str(request.url)
        parts = urlsplit(address)
        if parts.scheme != "https" or parts.hostname not in GOOGLE_HOSTS:
            self.refused.append(address)
            raise AssertionError(f"{address} is none of Google's addresses that are emulated")
        request.headers["Host"] = str(parts.hostname)
        request.url = self.base_url + address.partition(str(parts.hostname))[2]
        return super().send(request, *arguments, **options | {"proxies": {}})
