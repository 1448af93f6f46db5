"""The frames of the harness against the standard's own example."""

import unittest

import hj212

# HJ 212-2017, annex A: the worked example of a frame (the sentence under it misprints the check as 1C08).
SEGMENT = ("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
           "CP=&&RtdInterval=30&&")


class FrameTests(unittest.TestCase):
    def test_the_standards_example_has_its_length_and_check(self):
        self.assertEqual(hj212.frame(SEGMENT), b"##0101" + SEGMENT.encode() + b"1C80\r\n")

    def test_the_length_counts_bytes(self):
        self.assertTrue(hj212.frame("水").startswith(b"##0003"))

    def test_an_upload_asks_for_an_answer(self):
        sent = hj212.upload("20261121080000001", "0" * 24, "2011", "20261121080000", ["w01018-Rtd=1,w01018-Flag=N"])
        self.assertIn(b";Flag=5;CP=&&DataTime=20261121080000;w01018-Rtd=1,w01018-Flag=N&&", sent)


class AnswerTests(unittest.TestCase):
    ANSWER = hj212.frame("QN=20160801085857223;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&")

    def test_an_answer_cut_anywhere_is_read_once(self):
        for cut in range(len(self.ANSWER) + 1):
            answers = hj212.Answers()
            found = answers.feed(self.ANSWER[:cut]) + answers.feed(self.ANSWER[cut:])
            self.assertEqual(found, ["20160801085857223"], f"cut at {cut}")

    def test_half_an_answer_counts_for_nothing(self):
        self.assertEqual(hj212.Answers().feed(self.ANSWER[:-1]), [])

    def test_another_command_is_not_an_answer_to_an_upload(self):
        request = hj212.frame(SEGMENT.replace("CN=1062", "CN=9013"))
        self.assertEqual(hj212.Answers().feed(request), [])


if __name__ == "__main__":
    unittest.main()
