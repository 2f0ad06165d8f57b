"""Colours as Google keeps them: eight bits a channel, shown as 32-bit floats, zeros left out.

Recorded: 0.5 comes back as 0.49803922, `{"red": 1, "green": 0}` as `{"red": 1}`; a colour and its
`...Style` come back together.
"""

import struct
from typing import Any

from google_emulator.fields import Mask

_CHANNELS = ("red", "green", "blue")
_PAIRS = ("backgroundColor", "foregroundColor", "tabColor")


def kept(value: Any) -> Any:
    """Give a JSON value with every colour in it as Google answers it."""
    if isinstance(value, list):
        return [kept(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= {*_CHANNELS, "alpha"}:
        return {name: _channel(part) for name, part in value.items() if _channel(part)}
    return _paired({name: kept(each) for name, each in value.items() if each is not None})


def with_pairs(mask: Mask) -> Mask:
    """Let a mask that names a colour name its style as well, and the other way round."""
    wide = {name: with_pairs(below) for name, below in mask.items()}
    for name in _PAIRS:
        if name in mask or f"{name}Style" in mask:
            wide |= {name: {}, f"{name}Style": {}}
    return wide


def _paired(value: dict[str, Any]) -> dict[str, Any]:
    for name in _PAIRS:
        style = value.get(f"{name}Style")
        if style and "rgbColor" in style:
            value[name] = style["rgbColor"]
        elif name in value:
            value[f"{name}Style"] = {"rgbColor": value[name]}
    return value


def _channel(part: float) -> float:
    byte = int(part * 255 + 1e-6)
    return _shortest(byte / 255) if byte % 255 else byte // 255


def _shortest(number: float) -> float:
    """Give the shortest decimal that is the same 32-bit float."""
    single = struct.pack("f", number)
    exact = struct.unpack("f", single)[0]
    texts = (f"{exact:.{digits}g}" for digits in range(1, 10))
    return next(float(text) for text in texts if struct.pack("f", float(text)) == single)
