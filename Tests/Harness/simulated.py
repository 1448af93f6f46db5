"""Devices of `qingheng device simulate` beside a test: good ones that go on while something else goes wrong."""

import json
import resource
import subprocess

from product import HOST

MILLISECONDS = 5_000  # what a device waits for its answer before it sends again


class SimulatedDevices:
    """A simulator of its own process."""

    def __init__(self, binary, port, *arguments):
        self._process = subprocess.Popen(
            [str(binary), "device", "simulate", "--to", f"{HOST}:{port}", "--json", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait(self, within_seconds):
        """The summary as a dictionary, when the simulator has come to its end by itself."""
        try:
            output, errors = self._process.communicate(timeout=within_seconds)
        except subprocess.TimeoutExpired:
            self.close()
            raise
        try:
            return json.loads(output.splitlines()[-1])
        except (IndexError, ValueError):
            raise RuntimeError(f"the simulator ended with {self._process.returncode}: {errors[-2000:]}") from None

    def close(self):
        """Ends it without asking."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def opens_many_files():
    """Lets this process, and what it starts from now on, open as many connections as the system grants."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def check_good_devices(report, product, beside, seconds, seed):
    """Twenty good devices work for so many seconds beside what goes wrong, named by `beside`: each of their packets
    must be answered, and in time. Returns what to print of them."""
    devices = SimulatedDevices(product.binary, product.hj212_port, "--devices", 20, "--rate", 100, "--seed", seed,
                               "--duration", seconds)
    try:
        summary = devices.wait(seconds + 60)
    finally:
        devices.close()
    late = summary.get("latencyMilliseconds", {}).get("p99", float("inf"))
    report.check(f"beside {beside} every packet of good devices is answered",
                 summary["acknowledged"] > 0 and summary["unacknowledged"] == 0, str(summary))
    report.check(f"beside {beside} 99 of 100 answers come within {MILLISECONDS} ms", late < MILLISECONDS, f"{late} ms")
    return f"{summary['acknowledged']} packets answered, p99 {late} ms"
