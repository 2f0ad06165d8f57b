"""Chromium without a window, driven over a pipe by its own protocol; nothing is downloaded.

The protocol: https://chromedevtools.github.io/devtools-protocol; on a pipe each message ends in
a zero byte, the browser reads from file descriptor 3 and writes to 4.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
AS_3_AND_4 = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
for number, end in enumerate(ends, 3):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Starts a program with two pipe ends where it expects them."""

SIDEBAR_WIDTH_PX = 300
WAIT_S = 30
POLL_INTERVAL_S = 0.05
STOP_TIMEOUT_S = 10
READ_BYTES = 1 << 16


class BrowserError(Exception):
    """The page threw, or did not become what was waited for."""


class Browser:
    """One page of one browser with an empty profile; close it at the end."""

    def __init__(self, profile: Path) -> None:
        """Start Chromium with a new profile in that folder."""
        ours_out, theirs_in = os.pipe(), os.pipe()
        self._read, self._write = ours_out[0], theirs_in[1]
        theirs = (theirs_in[0], ours_out[1])
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", AS_3_AND_4, *map(str, theirs)),
                *(CHROMIUM or "chromium", *FLAGS, f"--user-data-dir={profile}", "about:blank"),
            ],
            pass_fds=theirs,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in theirs:
            os.close(end)
        self._width_px = SIDEBAR_WIDTH_PX
        self._waiting = b""
        self._last_id = 0
        self._session = ""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._ask("Page.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session = ""
        self._ask("Browser.close")
        self._process.wait(STOP_TIMEOUT_S)
        os.close(self._read)
        os.close(self._write)

    def open(self, url: str, *, width_px: int = SIDEBAR_WIDTH_PX) -> None:
        """Open an address in a window of that width, and wait until it is drawn."""
        self._width_px = width_px
        self._size(900)
        self._ask("Page.navigate", url=url)
        self.wait(f'location.href === {json.dumps(url)} && document.readyState === "complete"')

    def evaluate(self, code: str) -> Any:
        """Return what an expression in the page comes to; a promise is awaited."""
        answer = self._ask(
            "Runtime.evaluate",
            expression=code,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"]["exception"].get("description", code))
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until a condition holds in the page."""
        give_up_at = time.monotonic() + WAIT_S
        while time.monotonic() < give_up_at:
            if self.evaluate(f"Boolean({condition})"):
                return
            time.sleep(POLL_INTERVAL_S)
        raise BrowserError(f"never came true: {condition}\n{self.text()}")

    def click(self, selector: str) -> None:
        """Wait for an element that can be clicked, and click it."""
        element = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"{element} && !{element}.disabled")
        self.evaluate(f"{element}.click()")

    def text(self) -> str:
        """Return what a person can read on the page."""
        return str(self.evaluate("document.body.innerText"))

    def screenshot(self, path: Path) -> None:
        """Keep a picture of the whole page, twice as sharp as its pixels."""
        self._size(self.evaluate("document.documentElement.scrollHeight"))
        picture = self._ask("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(picture))

    def _size(self, height: int) -> None:
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=self._width_px,
            height=max(height, 1),
            deviceScaleFactor=2,
            mobile=False,
        )

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last_id += 1
        message: dict[str, Any] = {"id": self._last_id, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last_id:
                if "error" in answer:
                    raise BrowserError(answer["error"]["message"])
                result: dict[str, Any] = answer["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            read = os.read(self._read, READ_BYTES)
            if not read:
                raise BrowserError("the browser ended")
            self._waiting += read
        line, _, self._waiting = self._waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message
