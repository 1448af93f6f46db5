"""Listens on this machine for what a server should never do: ask an address that somebody wrote into a field."""

import http.server
import threading

from product import HOST


class Listener:
    """Remembers who asked for what; tells wapiti nothing, so that one list holds it all."""

    def __init__(self):
        self.asked = []
        listener = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                # Wapiti itself asks for what it found.
                if not self.path.startswith("/get_"):
                    listener.asked.append(f"{self.command} {self.path}")
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(b"{}")

            do_POST = do_HEAD = do_PUT = do_GET

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer((HOST, 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def close(self):
        self._server.shutdown()
        self._server.server_close()
