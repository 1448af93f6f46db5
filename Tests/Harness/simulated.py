"""Devices of `qingheng device simulate` beside a test: good ones that go on while something else goes wrong."""

import json
import subprocess

from product import HOST


class SimulatedDevices:
    """A simulator of its own process. `stop` waits for its end and gives what it says of itself."""

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
