#!/usr/bin/env python3
"""A PostgreSQL cluster of the tests' own: made in a temporary folder, listening on a private socket there, and removed.

As a program it runs a command with the cluster's address in QINGHENG_TEST_DATABASE:

    Tests/Harness/cluster.py swift test --skip-build

That cluster lives in memory where there is room: tests make and drop a store each, which on a disk is waiting for its
flushes, seconds a store. Nothing of them may outlast the machine. Tests that kill the server make a `Cluster` on disk.

Standard library only.
"""

import atexit
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DATABASE = "qingheng"
# Debian keeps the server's programs out of PATH; elsewhere they are on it.
_DEBIAN = "/usr/lib/postgresql"
_LEAST_VERSION = 15
_START_ATTEMPTS = 10
_SYSTEM_USERS = ("postgres", "nobody")  # a server does not run as root
_SETTINGS = {
    "listen_addresses": "''",
    # Tests open stores side by side, each with a few connections, and drop a schema with all its tables at once.
    "max_connections": "1000",
    "max_locks_per_transaction": "512",
    "shared_buffers": "64MB",
    "log_min_messages": "fatal",
    "log_min_error_statement": "panic",
}
_MEMORY = "/dev/shm"
_LEAST_MEMORY_BYTES = 2 << 30
# For a cluster that is thrown away with the machine's power. fsync stays on: stores refuse a server without it.
_FLEETING = {
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "full_page_writes": "off",
    "max_wal_size": "512MB",
    "jit": "off",
}


class NoServer(Exception):
    """PostgreSQL is not installed here."""


def programs():
    """The folder of initdb and pg_ctl, the newest version's that is there."""
    found = [path for path in pathlib.Path(_DEBIAN).glob("*/bin")
             if path.parent.name.isdigit() and int(path.parent.name) >= _LEAST_VERSION and (path / "initdb").exists()]
    if found:
        return max(found, key=lambda path: int(path.parent.name))
    initdb = shutil.which("initdb")
    if initdb is None:
        raise NoServer(f"no initdb in {_DEBIAN}/*/bin or on PATH; install the Debian package postgresql")
    return pathlib.Path(initdb).resolve().parent


class Cluster:
    """One server; start, kill and stop it as often as a test likes."""

    def __init__(self, collation="C", settings=(), is_lasting=True):
        self.programs = programs()
        # Short, as the path of a socket has 107 bytes at most.
        self.folder = tempfile.mkdtemp(prefix="qh-pg-", dir="/tmp" if is_lasting else _fleeting_place())
        self.data = os.path.join(self.folder, "data")
        self.user = None
        self.is_running = False
        atexit.register(self.close)
        if os.geteuid() == 0:
            self.user = next(name for name in _SYSTEM_USERS if _exists(name))
            entry = pwd.getpwnam(self.user)
            os.chown(self.folder, entry.pw_uid, entry.pw_gid)
        self._run("initdb", "-D", self.data, "-U", "qingheng", "-A", "trust", "--encoding=UTF8",
                  f"--locale={collation}", "--no-instructions")
        with open(os.path.join(self.data, "postgresql.auto.conf"), "a", encoding="utf-8") as file:
            for name, value in {**_SETTINGS, **({} if is_lasting else _FLEETING), **dict(settings)}.items():
                file.write(f"{name} = {value}\n")
            file.write(f"unix_socket_directories = '{self.folder}'\n")
        self.start()
        self._run("createdb", "-h", self.folder, "-U", "qingheng", DATABASE)

    def address(self, database=DATABASE):
        """What --database is given."""
        return f"postgresql:///{database}?host={self.folder}&user=qingheng"

    def start(self):
        """Starts the server and returns when it answers."""
        for attempt in range(_START_ATTEMPTS):
            try:
                self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", os.path.join(self.folder, "server.log"),
                          "start")
                break
            except subprocess.CalledProcessError:
                # A process of a killed server may still hold its memory for a moment.
                if attempt + 1 == _START_ATTEMPTS:
                    raise
                time.sleep(1)
        self.is_running = True

    def kill(self):
        """kill -9 for the server and every process of it, as when the power goes."""
        with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
            postmaster = int(file.readline())
        children = _children(postmaster)
        os.kill(postmaster, signal.SIGKILL)
        for child in children:
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.is_running = False

    def stop(self):
        """Ends the server in order; open connections are cut."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")
        self.is_running = False

    def query(self, statement, database=DATABASE):
        """The rows that psql prints, one string each with | between the columns."""
        done = self._run("psql", "-h", self.folder, "-U", "qingheng", "-d", database, "-X", "-A", "-t", "-q", "-c",
                         statement)
        return done.stdout.splitlines()

    def last_lines(self, count=15):
        """The end of the server's log."""
        try:
            with open(os.path.join(self.folder, "server.log"), encoding="utf-8", errors="replace") as log:
                return "".join(log.readlines()[-count:])
        except FileNotFoundError:
            return "(printed nothing)"

    def close(self):
        """Ends the server and removes its folder; safe to call twice."""
        if self.is_running:
            try:
                self._run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")
            except subprocess.CalledProcessError:
                pass
            self.is_running = False
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program, *arguments):
        command = [str(self.programs / program), *arguments]
        if self.user:
            command = ["setpriv", f"--reuid={self.user}", f"--regid={pwd.getpwnam(self.user).pw_gid}",
                       "--clear-groups", "--", *command]
        # The server outlives pg_ctl and must not hold our pipes: pg_ctl start gets files.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
            status = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=self.folder,
                                    env={**os.environ, "LC_ALL": "C"}).returncode
            output.seek(0)
            text = output.read()
        if status != 0:
            raise subprocess.CalledProcessError(status, command, text)
        return subprocess.CompletedProcess(command, status, text)


def _fleeting_place():
    """A folder in memory; on disk where there is too little of it."""
    try:
        return _MEMORY if shutil.disk_usage(_MEMORY).free >= _LEAST_MEMORY_BYTES else "/tmp"
    except FileNotFoundError:
        return "/tmp"


def _exists(name):
    try:
        pwd.getpwnam(name)
        return True
    except KeyError:
        return False


def _children(process):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(stat.rsplit(")", 1)[1].split()[1]) == process:
                found.append(int(entry.name))
    return found


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        cluster = Cluster(is_lasting=False)
    except NoServer as error:
        print(f"cluster: {error}", file=sys.stderr)
        return 3
    except subprocess.CalledProcessError as error:
        print(f"cluster: {error}\n{error.stdout}", file=sys.stderr)
        return 3
    child = subprocess.Popen(sys.argv[1:], env={**os.environ, "QINGHENG_TEST_DATABASE": cluster.address()})
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
        cluster.close()


if __name__ == "__main__":
    sys.exit(main())
