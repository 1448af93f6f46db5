"""What is called durable: the comparison of a packet log with what was sent and answered finds each fault."""

import contextlib
import io
import unittest

from durable import check_log
from report import Report
from streaming import Device, Sent


class LogTests(unittest.TestCase):
    def setUp(self):
        self.sent = Sent()
        self.device = Device(0, self.sent, seed=1)
        self.qns = [self.sent.new(self.device._next_upload) for _ in range(3)]
        for qn in self.qns:
            self.sent.sending(qn)

    def stored(self, qn):
        return qn, self.sent.frames[qn].decode().rstrip("\r\n"), "accepted"

    def failures(self, packets):
        """The names of the checks that fail."""
        report, failed = Report(), []
        report._print = lambda mark, name, detail: failed.append(name) if mark == "FAIL" else None
        report._count = lambda word, name: None
        with contextlib.redirect_stdout(io.StringIO()):
            check_log(report, self.sent, packets, [self.device.mn])
        return failed

    def test_a_log_that_holds_what_was_answered_holds(self):
        self.sent.note_answers(self.qns[:2])
        self.assertEqual(self.failures([self.stored(qn) for qn in self.qns[:2]]), [])
        # What was kept and not answered is no fault either.
        self.assertEqual(self.failures([self.stored(qn) for qn in self.qns]), [])

    def test_an_answered_packet_that_is_not_there_is_found(self):
        self.sent.note_answers(self.qns)
        self.assertEqual(self.failures([self.stored(qn) for qn in self.qns[:2]]),
                         ["every acknowledged packet is in the log"])

    def test_a_doubled_packet_is_found_and_a_repeated_one_may_be_there_twice(self):
        self.sent.note_answers(self.qns)
        packets = [self.stored(qn) for qn in [*self.qns, self.qns[0]]]
        self.assertEqual(len(self.failures(packets)), 2)
        self.sent.sending(self.qns[0])
        self.assertEqual(self.failures(packets), [])

    def test_a_changed_byte_is_found(self):
        qn, raw, verdict = self.stored(self.qns[0])
        self.assertEqual(self.failures([(qn, raw.replace("Flag=N", "Flag=D", 1), verdict)]),
                         ["every stored packet has the bytes that were sent"])

    def test_packets_of_others_do_not_count(self):
        self.assertEqual(self.failures([("20261121080000000", "##0000MN=SOMEBODY;", "accepted")]), [])


if __name__ == "__main__":
    unittest.main()
