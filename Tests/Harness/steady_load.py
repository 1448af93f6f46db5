"""Requests at a steady pace, each begun when it is due whether or not earlier ones have been answered: what waits in a
queue counts as time, as it does for the people who wait."""

import http.client
import queue
import threading
import time


class SteadyLoad:
    """Asks a server for addresses in turn, so many a second, over kept connections."""

    def __init__(self, host, port, addresses, per_second, seconds, headers=None, connections=32):
        self.host, self.port, self.headers = host, port, headers or {}
        self.addresses, self.per_second, self.count = addresses, per_second, int(per_second * seconds)
        self.connections = connections
        self.delays = []  # (address, milliseconds since it was due)
        self.failures = []
        self._due = queue.SimpleQueue()
        self._guard = threading.Lock()

    def run(self):
        """Runs the whole load; returns the delays in milliseconds in rising order."""
        workers = [threading.Thread(target=self._work, daemon=True) for _ in range(self.connections)]
        for worker in workers:
            worker.start()
        began = time.monotonic()
        for number in range(self.count):
            due = began + number / self.per_second
            time.sleep(max(0, due - time.monotonic()))
            self._due.put((due, self.addresses[number % len(self.addresses)]))
        for _ in workers:
            self._due.put(None)
        for worker in workers:
            worker.join(120)
        return sorted(delay for _, delay in self.delays)

    def _work(self):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        while (order := self._due.get()) is not None:
            due, address = order
            try:
                connection.request("GET", address, headers=self.headers)
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except OSError as error:
                status = error
                connection.close()
            delay = (time.monotonic() - due) * 1_000
            with self._guard:
                self.delays.append((address, delay))
                if status != 200:
                    self.failures.append((address, status))
        connection.close()


def share(ordered, part):
    """The value below which so great a part of rising values lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
