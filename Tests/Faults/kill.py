#!/usr/bin/env python3
"""Kill test: acknowledged means durable.

Devices stream HJ 212 packets that ask for an answer; the server is killed (kill -9) at random moments and started
again; devices repeat what was not answered, as real ones do. At the end every packet that was ever answered must be in
the packet log: exactly once where it was sent once, and never more often than it was sent.

Two devices of three are registered, so that their packets become readings; the others are nobody's, and the server is
told to answer them all the same. Every so many kills, and at the end, the tables are compared with those that `rebuild`
makes from the records and packets in a copy of the data directory: a projection that lost or doubled something over a
kill differs from them. Where there is a C compiler the server's clock goes on by a day now and then, so that it closes
a segment of its log while it is killed.

The whole run follows from --seed. Standard library only.
"""

import argparse
import pathlib
import random
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

from durable import READINGS, READY_SECONDS, check_log, check_tables, stored_packets  # noqa: E402
from moved_clock import MovableClock  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from registering import register  # noqa: E402
from report import Report  # noqa: E402
from streaming import CODES, Device, Sent  # noqa: E402

QUIET_SECONDS = 20.0  # a server that answers nothing for so long has failed
CLOSED_SECONDS = 120.0  # the server looks for what to close every half minute
DAY_SECONDS = 90_000  # a little more: segments are closed when they are a day old


class Pace:
    """How fast it goes. `window` is how many packets a device sends ahead of their answers: enough that a kill always
    finds some in flight."""

    def __init__(self, window, pause, longest_burst, kills_a_day):
        self.window = window
        self.pause = pause
        self.longest_burst = longest_burst
        self.kills_a_day = kills_a_day


FAST = Pace(window=32, pause=0.0, longest_burst=1.5, kills_a_day=5)
# With --kills: a thousand kills must leave no million packets, which would take longer to compare than to send.
SPARING = Pace(window=4, pause=0.05, longest_burst=0.5, kills_a_day=10)


class Killing:
    """The server, its devices, and the rounds."""

    def __init__(self, chosen, report):
        self.pace = SPARING if chosen.kills else FAST
        self.report = report
        self.chance = random.Random(chosen.seed)
        self.sent = Sent()
        self.devices = [Device(number, self.sent, chosen.seed, self.pace.pause, self.pace.window)
                        for number in range(chosen.devices)]
        self.product = Product(chosen.binary, "serve",
                               arguments=["--capture-unknown", *unthrottled(chosen.binary), *chosen.server_arguments])
        self.clock = MovableClock(self.product.folder)
        self.counts = []  # of packets answered, a round

    def register(self):
        """Registers two devices of three; the others stay nobody's."""
        registered = [device for number, device in enumerate(self.devices) if number % 3 < 2]
        register(self.product, registered, CODES, self.clock.environment)

    def start(self):
        self.product.start(READY_SECONDS, environment=self.clock.environment)

    def round(self):
        """Starts the server, streams and kills it a random time after the first answer; false where none came."""
        self.clock.set(len(self.counts) // self.pace.kills_a_day * DAY_SECONDS)
        self.start()
        before = len(self.sent.answered)
        stopping = threading.Event()
        threads = [threading.Thread(target=device.stream, args=(self.product.hj212_port, stopping))
                   for device in self.devices]
        for thread in threads:
            thread.start()
        first_answer_deadline = time.monotonic() + QUIET_SECONDS
        while len(self.sent.answered) == before and time.monotonic() < first_answer_deadline:
            time.sleep(0.01)
        time.sleep(self.chance.uniform(0.001, self.pace.longest_burst))
        self.product.kill()
        stopping.set()
        for thread in threads:
            thread.join()
        self.counts.append(len(self.sent.answered) - before)
        return self.counts[-1] > 0

    def segments(self, state):
        return self.product.metric(f'qingheng_packet_log_segments{{state="{state}"}}')

    def compare_tables(self):
        began = time.monotonic()
        check_tables(self.report, self.product, f"after {len(self.counts)} kills", READINGS, self.clock.environment)
        print(f"  compared in {time.monotonic() - began:.0f} s", flush=True)

    def finish(self):
        """The checks at the end."""
        self.report.check("after every kill the server comes back and acknowledges again",
                          self.counts and all(self.counts),
                          f"packets acknowledged a round: {self.counts}\n{self.product.last_lines()}")
        self.start()
        # On a slow machine every kill meets the first closing again; what is left is closed when nobody kills any more.
        waits(lambda: self.segments("closed") and not self.segments("ended"), CLOSED_SECONDS)
        closed, ended = self.segments("closed"), self.segments("ended")
        self.report.check("asked to stop, the server stops with status 0", self.product.stop() == 0,
                          self.product.last_lines())
        self.compare_tables()
        repeated = check_log(self.report, self.sent, stored_packets(self.product),
                             [device.mn for device in self.devices])
        self.report.check("kills met packets that were on their way", repeated > 0, "no packet had to be sent again")
        if self.clock.is_movable:
            self.report.check("the segments of the log that came to their end are closed", closed > 0 and not ended,
                              f"{closed:.0f} closed, {ended:.0f} not")
        else:
            self.report.skip("the segments of the log that came to their end are closed",
                             "there is no C compiler (cc, clang)")
        print(f"  {len(self.counts)} kills, {closed:.0f} segments closed")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--seconds", type=float, default=60, help="how long to go on with rounds")
    options.add_argument("--kills", type=int, help="end after so many kills, with shorter bursts")
    options.add_argument("--compare-every", type=int, default=200, help="kills between two comparisons of the tables")
    options.add_argument("--devices", type=int, default=6)
    options.add_argument("--packets", type=int, default=200_000, help="after so many packets no new round begins")
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()

    report = Report()
    print(f"  seed {chosen.seed}", flush=True)
    killing = Killing(chosen, report)
    try:
        killing.register()
        ends = time.monotonic() + chosen.seconds
        while (len(killing.counts) < chosen.kills if chosen.kills
               else time.monotonic() < ends and len(killing.sent.frames) < chosen.packets):
            if not killing.round():
                break
            if chosen.kills and len(killing.counts) % chosen.compare_every == 0 != chosen.kills - len(killing.counts):
                killing.compare_tables()
        killing.finish()
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        killing.product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
