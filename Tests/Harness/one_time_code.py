"""One-time codes as an authenticator app makes them (RFC 6238). Standard library only."""

import base64
import hashlib
import hmac
import struct
import time


def code(seed_text, moment=None):
    """The code of a moment (now, unless told) for a seed as pages show it: base 32, blanks allowed."""
    text = seed_text.replace(" ", "")
    seed = base64.b32decode(text + "=" * (-len(text) % 8))
    step = int(time.time() if moment is None else moment) // 30
    digest = hmac.new(seed, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
