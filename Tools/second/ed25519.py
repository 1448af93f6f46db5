"""Ed25519 (RFC 8032 §5.1), written from the RFC. Slow and not safe against who measures time: for checking only."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def number(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little")


def added(p, q):
    """Points as (x, y) on the twisted Edwards curve; the addition has no exceptions."""
    product = D * p[0] * q[0] * p[1] * q[1] % P
    return ((p[0] * q[1] + q[0] * p[1]) * pow(1 + product, -1, P) % P,
            (p[1] * q[1] + p[0] * q[0]) * pow(1 - product, -1, P) % P)


def times(count, point):
    result = (0, 1)
    while count:
        if count & 1:
            result = added(result, point)
        point = added(point, point)
        count >>= 1
    return result


def x_of(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


BASE = (x_of(4 * pow(5, -1, P) % P, 0), 4 * pow(5, -1, P) % P)


def coded(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def decoded(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = x_of(y, sign) if y < P else None
    return None if x is None else (x, y)


def halves(secret):
    digest = hashlib.sha512(secret).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return scalar, digest[32:]


def public_key(secret):
    return coded(times(halves(secret)[0], BASE))


def sign(secret, message):
    scalar, prefix = halves(secret)
    r = number(prefix + message) % L
    head = coded(times(r, BASE))
    k = number(head + public_key(secret) + message) % L
    return head + ((r + k * scalar) % L).to_bytes(32, "little")


def is_valid(signature, message, key):
    point = decoded(key) if len(key) == 32 else None
    if point is None or len(signature) != 64:
        return False
    head, s = decoded(signature[:32]), int.from_bytes(signature[32:], "little")
    if head is None or s >= L:
        return False
    k = number(signature[:32] + key + message) % L
    return times(s, BASE) == added(head, times(k, point))
