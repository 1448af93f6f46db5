#!/usr/bin/env python3
"""Our clock set back while the server runs.

Devices send the moment of the true time all along. The server's clock is set back by two hours (and, in a second round,
forward again and back by a day): it must go on answering, lose nothing, never write down times that go backwards, and
say on its pages that its clock is wrong.

The clock is moved by moved_clock.c, which is compiled for the run; without a C compiler the test is skipped. The whole
run follows from --seed. Standard library only.
"""

import argparse
import datetime
import json
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Harness"))

import hj212  # noqa: E402
from disk_full import page  # noqa: E402
from durable import READY_SECONDS, check_log, stored_packets  # noqa: E402
from moved_clock import MovableClock  # noqa: E402
from product import NotReady, Product, stop_cleanly_on_signals, unthrottled, waits  # noqa: E402
from report import Report  # noqa: E402
from streaming import Device, Sent  # noqa: E402

PATIENCE_SECONDS = 60.0
DEVICES = 5
PAUSE_SECONDS = 0.2
BEIJING = datetime.timezone(datetime.timedelta(hours=8))
WORDS = "本机时钟"
AT_ONCE = datetime.timedelta(seconds=1)  # packets of several lines may overtake each other


class PunctualDevice(Device):
    """A device whose realtime data are of the present moment."""

    def _next_upload(self, qn):
        now = datetime.datetime.now(BEIJING)
        return hj212.upload(qn, self.mn, "2011", now.strftime("%Y%m%d%H%M%S"),
                            [f"w01018-Rtd={self._random.uniform(5, 60):.2f},w01018-Flag=N"])


class PunctualSent(Sent):
    """QNs of the present moment; still never the same twice."""

    def __init__(self):
        super().__init__()
        self._last = 0

    def new(self, make):
        with self._lock:
            self._last = max(self._last + 1, int(time.time() * 1000))
            moment = datetime.datetime.fromtimestamp(self._last / 1000, BEIJING)
            qn = moment.strftime("%Y%m%d%H%M%S") + f"{self._last % 1000:03d}"
            self.frames[qn] = make(qn)
            return qn


def received_times(product):
    """When the packets were received, in the order in which they are in the log."""
    status, output, errors = product.run("packet", "find", "--data", product.data, "--json", timeout=300)
    if status != 0:
        raise NotReady(f"packet find ended with {status}: {errors.strip()}")
    return [datetime.datetime.fromisoformat(json.loads(line)["received"]) for line in output.splitlines()]


def answered_more(sent, count):
    before = len(sent.answered)
    return waits(lambda: len(sent.answered) >= before + count, PATIENCE_SECONDS)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", default=".build/debug/qingheng")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("server_arguments", nargs="*", help="more arguments for `qingheng serve`, after --")
    chosen = options.parse_args()
    stop_cleanly_on_signals()
    report = Report()
    print(f"  seed {chosen.seed}")
    sent, stopping = PunctualSent(), threading.Event()
    devices = [PunctualDevice(number, sent, chosen.seed, PAUSE_SECONDS) for number in range(DEVICES)]
    product = Product(chosen.binary, "serve",
                      arguments=["--capture-unknown", *unthrottled(chosen.binary), *chosen.server_arguments])
    clock = MovableClock(product.folder)
    if not clock.is_movable:
        report.skip("a clock set back loses nothing", "there is no C compiler (cc, clang)")
        product.close()
        return 0
    threads = [threading.Thread(target=device.stream_on, args=(product.hj212_port, stopping)) for device in devices]
    try:
        product.start(READY_SECONDS, environment=clock.environment)
        for thread in threads:
            thread.start()
        report.check("devices are answered", answered_more(sent, 50), product.last_lines())
        for seconds, words in [(-7_200, "two hours back"), (0, "right again"), (-86_400, "a day back")]:
            clock.set(seconds)
            report.check(f"with the clock {words} devices are answered", answered_more(sent, 50), product.last_lines())
            if seconds:
                report.check(f"with the clock {words} the pages say so",
                             waits(lambda: WORDS in page(product), 20), product.last_lines())
        stopping.set()
        for thread in threads:
            thread.join()
        report.check("asked to stop, the server stops with status 0", product.stop() == 0, product.last_lines())
        check_log(report, sent, stored_packets(product), [device.mn for device in devices])
        times = received_times(product)
        report.empty("times of receipt never go backwards in the log",
                     [f"{later} after {earlier}" for earlier, later in zip(times, times[1:])
                      if earlier - later > AT_ONCE])
    except NotReady as error:
        report.check("the server starts and can be asked", False, str(error))
    finally:
        stopping.set()
        for thread in threads:
            if thread.is_alive():
                thread.join()
        product.close()
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
