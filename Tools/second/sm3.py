"""SM3 (GB/T 32905-2016), written from the standard's text."""

MASK = 0xFFFFFFFF
START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)


def turned(word, count):
    count %= 32
    return ((word << count) | (word >> (32 - count))) & MASK


def p0(word):
    return word ^ turned(word, 9) ^ turned(word, 17)


def p1(word):
    return word ^ turned(word, 15) ^ turned(word, 23)


def compressed(state, block):
    words = [int.from_bytes(block[at:at + 4], "big") for at in range(0, 64, 4)]
    for j in range(16, 68):
        words.append(p1(words[j - 16] ^ words[j - 9] ^ turned(words[j - 3], 15))
                     ^ turned(words[j - 13], 7) ^ words[j - 6])
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        constant = 0x79CC4519 if j < 16 else 0x7A879D8A
        ss1 = turned((turned(a, 12) + e + turned(constant, j)) & MASK, 7)
        ss2 = ss1 ^ turned(a, 12)
        if j < 16:
            ff, gg = a ^ b ^ c, e ^ f ^ g
        else:
            ff, gg = (a & b) | (a & c) | (b & c), (e & f) | (~e & MASK & g)
        tt1 = (ff + d + ss2 + (words[j] ^ words[j + 4])) & MASK
        tt2 = (gg + h + ss1 + words[j]) & MASK
        a, b, c, d = tt1, a, turned(b, 9), c
        e, f, g, h = p0(tt2), e, turned(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h)))


def sm3(data):
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    state = START
    for at in range(0, len(padded), 64):
        state = compressed(state, padded[at:at + 64])
    return b"".join(word.to_bytes(4, "big") for word in state)
