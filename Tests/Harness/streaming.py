"""Devices that stream HJ 212 packets, repeat what was not answered, and remember everything: the other end of the
gateway in the tests of faults."""

import collections
import datetime
import itertools
import random
import select
import socket
import threading
import time

import hj212
from product import HOST

FIRST_QN = datetime.datetime(2026, 11, 21)  # QNs count milliseconds from here, over all devices: never the same twice
FIRST_DATA = datetime.datetime(2026, 9, 1)  # of the devices' own clocks, so that a long run does not reach the future
FIRST_NUMBER = 0x88888880000001F000169D00
CODES = {"w01018": "cod", "w21003": "nh3n"}  # what the devices send, and what it is called here


class Sent:
    """What the devices sent and what was answered; shared by their threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self.frames = {}
        self.times = collections.Counter()
        self.answered = set()

    def new(self, make):
        """Mints a QN, keeps the frame that `make` builds for it and returns the QN."""
        with self._lock:
            moment = FIRST_QN + datetime.timedelta(milliseconds=next(self._numbers))
            qn = moment.strftime("%Y%m%d%H%M%S") + f"{moment.microsecond // 1000:03d}"
            self.frames[qn] = make(qn)
            return qn

    def sending(self, qn):
        """The frame of a QN that goes out now."""
        with self._lock:
            self.times[qn] += 1
            return self.frames[qn]

    def note_answers(self, qns):
        with self._lock:
            self.answered.update(qns)


class Device:
    """One connection with one MN. Lives over restarts: what was not answered is sent again first."""

    def __init__(self, number, sent, seed, pause_seconds=0.0, window=32):
        """`window` is how many packets it sends ahead of their answers."""
        self.mn = f"{FIRST_NUMBER + number:024X}"
        self._window = window
        self._pause_seconds = pause_seconds
        self._sent = sent
        self._random = random.Random(f"{seed}/{number}")
        self._step = itertools.count()
        self._open = []

    def stream(self, port, stopping):
        """Keeps `window` packets unanswered until the connection breaks or `stopping` is set."""
        answers = hj212.Answers()
        repeat, self._open = self._open, []
        try:
            with socket.create_connection((HOST, port), timeout=5) as connection:
                self._send(connection, repeat)
                while not stopping.is_set():
                    more = self._window - len(self._open)
                    self._send(connection, [self._sent.new(self._next_upload) for _ in range(more)])
                    self._collect(connection, answers)
                    time.sleep(self._pause_seconds)
        except OSError:
            pass  # the server was killed: what was not answered stays open
        finally:
            # A repeat that was cut short by a second kill is still owed.
            self._open += [qn for qn in repeat if qn not in self._open and qn not in self._sent.answered]

    def stream_on(self, port, stopping):
        """The same, dialling again whenever the line breaks."""
        while not stopping.is_set():
            self.stream(port, stopping)
            stopping.wait(0.2)

    def _send(self, connection, qns):
        for qn in qns:
            self._open.append(qn)
            connection.sendall(self._sent.sending(qn))

    def _collect(self, connection, answers):
        """Takes what answers have come, waiting a little where none has."""
        if not select.select([connection], [], [], 0.2)[0]:
            return
        data = connection.recv(65536)
        if not data:
            raise ConnectionError("closed by the server")
        found = set(answers.feed(data))
        self._sent.note_answers(found)
        self._open = [qn for qn in self._open if qn not in found]

    def _next_upload(self, qn):
        """Realtime data every 30 s of the device's own clock and the hour's means on the hour."""
        moment = FIRST_DATA + datetime.timedelta(seconds=30 * next(self._step))
        oxygen_demand = f"{self._random.uniform(5, 60):.2f}"
        ammonia = f"{self._random.uniform(0, 4):.3f}"
        if moment.minute == 0 and moment.second == 0:
            begins = moment - datetime.timedelta(hours=1)
            return hj212.upload(qn, self.mn, "2061", begins.strftime("%Y%m%d%H%M%S"), [
                f"w01018-Min=1.0,w01018-Avg={oxygen_demand},w01018-Max=99.0,w01018-Flag=N",
                f"w21003-Min=0.01,w21003-Avg={ammonia},w21003-Max=9.0,w21003-Flag=N"])
        return hj212.upload(qn, self.mn, "2011", moment.strftime("%Y%m%d%H%M%S"), [
            f"w01018-Rtd={oxygen_demand},w01018-Flag=N", f"w21003-Rtd={ammonia},w21003-Flag=N"])
