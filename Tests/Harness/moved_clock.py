"""The clock of one process, moved while it runs."""

import os
import pathlib
import shutil
import subprocess


class MovableClock:
    """The clock of one process, ahead or behind by what stands in a file of `folder`. It is moved by moved_clock.c,
    which is compiled for it; `is_movable` says whether there is a C compiler."""

    def __init__(self, folder):
        self._path = os.path.join(folder, "clock")
        self.set(0)
        self._library = os.path.join(folder, "moved_clock.so")
        compiler = shutil.which("cc") or shutil.which("clang")
        self.is_movable = compiler is not None
        if self.is_movable:
            source = pathlib.Path(__file__).resolve().parent / "moved_clock.c"
            subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", self._library, source], check=True)

    @property
    def environment(self):
        """What to add to the environment of the process."""
        return {"LD_PRELOAD": self._library, "MOVED_CLOCK": self._path} if self.is_movable else {}

    def set(self, seconds):
        """Puts the clock so many seconds ahead of the true one; behind is negative."""
        with open(self._path + ".new", "w") as file:
            file.write(str(seconds))
        os.replace(self._path + ".new", self._path)
