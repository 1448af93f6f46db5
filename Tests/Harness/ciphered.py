"""A device of HJ 212-2025 that ciphers what it sends and takes new keys (1014), with pauses where a test wants to kill
the server. It remembers over restarts what a real one would: one key, and what was not answered."""

import ctypes
import ctypes.util
import datetime
import re
import select
import socket
import time

import hj212
from product import HOST

BLOCK = 16
FIRST_DATA = datetime.datetime(2026, 1, 6)  # hour after hour from here: far from now after 4,000 packets
CODES = {"w01018": "cod", "w21003": "nh3n"}  # what the device sends, and what it is called here
_LONGEST_PAUSE = 0.05
_UPLOAD_SECONDS = 0.1
_REQUEST = re.compile(
    rb"##\d{4}QN=(\d{17});ST=\d\d;CN=(\d{4});PW=[^;]*;MN=\w+;Flag=\d+;CP=&&([^#]*)&&([0-9A-F]{4})\r\n")
_NEW_KEY = re.compile(rb"NewSK=([^;,&]{16})")
_HEX = re.compile(rb"0x([0-9A-Fa-f]{2})")


class SM4:
    """The block cipher in ECB mode without padding (GB/T 32907), of the OpenSSL that the product is linked with."""

    def __init__(self):
        self._library = ctypes.CDLL(ctypes.util.find_library("crypto"))
        self._library.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
        self._library.EVP_sm4_ecb.restype = ctypes.c_void_p

    def run(self, data, key, enciphers):
        """Whole blocks; raises RuntimeError where the library has no SM4."""
        library = self._library
        context = ctypes.c_void_p(library.EVP_CIPHER_CTX_new())
        output, written = ctypes.create_string_buffer(len(data) + BLOCK), ctypes.c_int()
        try:
            if not (library.EVP_CipherInit_ex(context, ctypes.c_void_p(library.EVP_sm4_ecb()), None, key, None,
                                              int(enciphers)) == 1
                    and library.EVP_CIPHER_CTX_set_padding(context, 0) == 1
                    and library.EVP_CipherUpdate(context, output, ctypes.byref(written), data, len(data)) == 1):
                raise RuntimeError("OpenSSL has no SM4")
            return output.raw[:written.value]
        finally:
            library.EVP_CIPHER_CTX_free(context)


def frame(head, content, key, sm4):
    """The frame of ciphered content: whole blocks from the left, the rest clear; length and check value are those of
    the plain text (HJ 212-2025, Annex A.2)."""
    plain = f"{head}CP=&&{content}&&".encode()
    data = content.encode()
    whole = len(data) // BLOCK * BLOCK
    blocks = ",".join(f"0x{byte:02X}" for byte in sm4.run(data[:whole], key, True))
    wire = f"{head}CP=&&{{{blocks}}}".encode() + data[whole:] + b"&&"
    return b"##%04d%b%04X\r\n" % (len(plain), wire, hj212.crc(plain))


class CipheredDevice:
    """One device. `stages` is told what it does of a rotation: request, accepted, taken, done, used."""

    def __init__(self, mn, key, sent, chance, stages=lambda stage: None):
        self.mn = mn
        self.key = key
        self.stages = stages
        self.commands = set()  # numbers of the 1014 that came
        self.taken = 0
        self.hours = {}  # of each upload: where its hour begins
        self._sent = sent
        self._chance = chance
        self._sm4 = SM4()
        self._open = None
        self._is_new = False  # the key is new, and nothing was sent with it yet

    def stream(self, port, stopping):
        """Uploads one packet after the other, each until it is answered, and takes keys, until the line breaks or
        `stopping` is set."""
        answers, rest = hj212.Answers(), b""
        try:
            with socket.create_connection((HOST, port), timeout=5) as connection:
                due = time.monotonic()
                while not stopping.is_set():
                    if self._open in self._sent.answered:
                        self._open, due = None, time.monotonic() + _UPLOAD_SECONDS
                    if time.monotonic() >= due:
                        self._upload(connection)
                        due = time.monotonic() + 5
                    if not select.select([connection], [], [], 0.02)[0]:
                        continue
                    data = connection.recv(65536)
                    if not data:
                        return
                    self._sent.note_answers(answers.feed(data))
                    rest += data
                    while found := _REQUEST.search(rest):
                        rest = rest[found.end():]
                        self._take(connection, found)
                    rest = rest[-8192:]
        except OSError:
            pass  # the server was killed: what was not answered stays open

    def _upload(self, connection):
        """Sends what is not answered as it was, else the next hour with the key of now."""
        if self._open is None:
            self._open = self._sent.new(self._next)
            if self._is_new:
                self._is_new = False
                connection.sendall(self._sent.sending(self._open))
                self.stages("used")
                return
        connection.sendall(self._sent.sending(self._open))

    def _next(self, qn):
        begins = FIRST_DATA + datetime.timedelta(hours=len(self.hours))
        self.hours[qn] = begins
        values = [f"w01018-Avg={self._chance.uniform(5, 60):.2f},w01018-Flag=N",
                  f"w21003-Avg={self._chance.uniform(0, 4):.3f},w21003-Flag=N"]
        content = ";".join([f"DataTime={begins:%Y%m%d%H%M%S}", *values])
        return frame(f"QN={qn};ST=32;CN=2061;PW=123456;MN={self.mn};Flag=9;", content, self.key, self._sm4)

    def _take(self, connection, found):
        """Carries out 1014: 9011, takes the key, 9012. Now and then the 9012 is lost on the way."""
        qn, command, content, checksum = found.groups()
        if command != b"1014":
            return
        self.commands.add(qn)
        self.stages("request")
        plain = self._deciphered(found.group(0), content, checksum)
        key = plain and _NEW_KEY.search(plain)
        self._pause()
        if not key:  # made with a key that is not the one of the device: the check value is wrong
            self._answer(connection, qn, 9011, "QnRtn=9")
            return
        self._answer(connection, qn, 9011, "QnRtn=1")
        self.stages("accepted")
        self._pause()
        if key.group(1) != self.key:
            self.key, self._is_new = key.group(1), True
            self.taken += 1
        self.stages("taken")
        self._pause()
        if self._chance.random() < 0.8:
            self._answer(connection, qn, 9012, "ExeRtn=1")
            self.stages("done")

    def _deciphered(self, request, content, checksum):
        """The plain content; None when it was not made with our key."""
        brace = content.find(b"}")
        if not content.startswith(b"{0x") or brace < 0:
            return None
        blocks = bytes(int(value, 16) for value in _HEX.findall(content[:brace]))
        plain = self._sm4.run(blocks, self.key, False) + content[brace + 1:]
        head = request[6:request.index(b"CP=&&") + 5]
        return plain if b"%04X" % hj212.crc(head + plain + b"&&") == checksum else None

    def _answer(self, connection, qn, number, content):
        connection.sendall(hj212.frame(
            f"QN={qn.decode()};ST=91;CN={number};PW=123456;MN={self.mn};Flag=8;CP=&&{content}&&"))

    def _pause(self):
        time.sleep(self._chance.uniform(0, _LONGEST_PAUSE))
