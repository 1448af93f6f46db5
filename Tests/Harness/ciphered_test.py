"""The ciphered device of the tests against the second example of HJ 212-2025, Annex A.2."""

import pathlib
import re
import unittest

import ciphered

HEAD = "QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
PLAIN = ("DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
         "a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N")
GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "HJ212Tests" / "GoldenPackets.swift"


class CipheredTests(unittest.TestCase):
    def test_the_example_of_the_standard_is_written_byte_for_byte(self):
        made = ciphered.frame(HEAD, PLAIN, b"0" * 16, ciphered.SM4()).decode()
        source = GOLDEN.read_text(encoding="utf-8")
        published = re.findall(r"0x[0-9A-F]{2}", source[source.index("cipherBytes: String"):])
        self.assertEqual(re.findall(r"0x[0-9A-F]{2}", made), published[:144])
        self.assertTrue(made.startswith("##0234") and made.endswith("}g=N&&B541\r\n"))


if __name__ == "__main__":
    unittest.main()
