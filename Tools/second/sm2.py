"""SM2 signatures (GB/T 32918.2-2016) on the curve of GB/T 32918.5, written from the standards' texts.

Slow and not safe against who measures time: for checking only.
"""

from sm3 import sm3

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
SIGNER = b"1234567812345678"  # GM/T 0009-2012


def added(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0:
            return None
        slope = (3 * p[0] * p[0] + A) * pow(2 * p[1], -1, P)
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, P)
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def times(number, point):
    result = None
    while number:
        if number & 1:
            result = added(result, point)
        point = added(point, point)
        number >>= 1
    return result


def word(number):
    return number.to_bytes(32, "big")


def public_key(secret):
    x, y = times(int.from_bytes(secret, "big"), G)
    return b"\x04" + word(x) + word(y)


def digest(key, message):
    """e = SM3(Z ‖ M), where Z hashes the signer's identifier, the curve and the key (GB/T 32918.2 §5.5)."""
    z = sm3((8 * len(SIGNER)).to_bytes(2, "big") + SIGNER + word(A) + word(B) + word(G[0]) + word(G[1]) + key[1:])
    return int.from_bytes(sm3(z + message), "big")


def sign(secret, message, k):
    d = int.from_bytes(secret, "big")
    r = (digest(public_key(secret), message) + times(k, G)[0]) % N
    s = pow(1 + d, -1, N) * (k - r * d) % N
    assert r and s and r + k != N
    return word(r) + word(s)


def is_valid(signature, message, key):
    x, y = int.from_bytes(key[1:33], "big"), int.from_bytes(key[33:], "big")
    if len(key) != 65 or key[0] != 4 or (y * y - x * x * x - A * x - B) % P or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    t = (r + s) % N
    if not (0 < r < N and 0 < s < N and t):
        return False
    point = added(times(s, G), times(t, (x, y)))
    return point is not None and (digest(key, message) + point[0]) % N == r
