"""Frames of HJ 212-2017 as a device sends them: enough to feed the gateway and to read its answers."""

import re

_TABLE = []
for _byte in range(256):
    _value = _byte
    for _ in range(8):
        _value = (_value >> 1) ^ 0xA001 if _value & 1 else _value >> 1
    _TABLE.append(_value)

_ANSWER = re.compile(rb"##\d{4}QN=(\d{17});ST=91;CN=9014;")


def crc(segment):
    """The standard's check over the data segment: each byte meets the high byte of the register, the low byte is
    dropped (annex A of HJ 212-2017); this is not CRC-16/MODBUS."""
    register = 0xFFFF
    for byte in segment:
        register = _TABLE[(register >> 8) ^ byte]
    return register


def frame(segment):
    """The frame around a data segment given as text: head, length in bytes, segment, check, CR LF."""
    data = segment.encode("utf-8")
    return b"##%04d%b%04X\r\n" % (len(data), data, crc(data))


def upload(qn, mn, cn, data_time, values, st="32"):
    """An upload that asks for an answer (Flag=5: version 2017, answer wanted). `values` are items such as
    `w01018-Rtd=12.3,w01018-Flag=N`."""
    content = ";".join([f"DataTime={data_time}", *values])
    return frame(f"QN={qn};ST={st};CN={cn};PW=123456;MN={mn};Flag=5;CP=&&{content}&&")


class Answers:
    """Reads a stream of answers piece by piece and gives the QN of each complete 9014."""

    def __init__(self):
        self._rest = b""

    def feed(self, data):
        """The QNs answered in what has arrived so far and was not given before."""
        self._rest += data
        *lines, self._rest = self._rest.split(b"\r\n")
        found = (_ANSWER.match(line) for line in lines)
        return [match.group(1).decode() for match in found if match]
