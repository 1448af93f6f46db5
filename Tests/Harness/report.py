"""What the tests outside Swift Testing say: one line a check, and a tally that script/test sums."""

import os
import sys


class Report:
    """Collects the checks of one stage, prints each as it is made, and gives the stage's exit status."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def check(self, name, holds, detail=""):
        """One check: `name` is the sentence that should be true, `detail` what was found where it is not."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
        self._print("ok" if holds else "FAIL", name, "" if holds else detail)
        self._count("passed" if holds else "failed", name)
        return bool(holds)

    def empty(self, name, faults, shown=8):
        """One check that a list of faults is empty; the first few faults are printed where it is not."""
        faults = list(faults)
        more = f"\n        … and {len(faults) - shown} more" if len(faults) > shown else ""
        listed = "".join(f"\n        {fault}" for fault in faults[:shown])
        return self.check(name, not faults, f"{len(faults)}:{listed}{more}")

    def skip(self, name, reason):
        """A check that could not be made here, with the reason, so that it never passes silently."""
        self.skipped += 1
        self._print("skip", name, reason)
        self._count("skipped", name)

    def status(self):
        """The exit status of the stage: 0 when every check held and there was at least one."""
        return 0 if self.passed and not self.failed else 1

    def _print(self, mark, name, detail):
        print(f"  {mark:<5} {name}" + (f": {detail}" if detail else ""))
        sys.stdout.flush()

    def _count(self, word, name):
        tally = os.environ.get("QINGHENG_TALLY")
        if tally:
            with open(tally, "a", encoding="utf-8") as file:
                file.write(f"{word}\t{' '.join(name.split())}\n")
