/// Packets printed in the standards and in public descriptions of them.
enum GoldenPackets {
    /// HJ 212-2017, Annex A: the check value under the example is printed 1C08 in the sentence and 1C80 in the packet.
    static let annexA =
        "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP="
        + "&&RtdInterval=30&&1C80\r\n"

    /// HJ 212-2017, C.14, with the length and check value it calls for; `01018-Rtd` is printed so.
    static let realtimeData =
        "##0217QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP="
        + "&&DataTime=20160801085857;w01001-Rtd=7.1,w01001-Flag=N;"
        + "w01018-SampleTime=20160801070000,01018-Rtd=2.2,w01018-Flag=N,w01018-EFlag=A01&&0280\r\n"

    /// HJ 212-2017, C.48: the answer 2061 prints a comma after QN.
    static let hourData =
        "##0325QN=20160801085857534,ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP="
        + "&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Min=16.4,w00000-Avg=17.5,w00000-Max=20.1,w00000-Flag=N;"
        + "w01001-Min=7.1,w01001-Avg=7.5,w01001-Max=7.8,w01001-Flag=N;"
        + "w01018-Cou=63.0,w01018-Min=40.1,w01018-Avg=40.1,w01018-Max=40.1,w01018-Flag=N&&53C0\r\n"

    /// HJ 212-2017, C.19: no `;` before CP.
    static let runTime =
        "##0131QN=20160802000000001;ST=32;CN=2041;PW=123456;MN=010000A8900016F000169DC0;Flag=5"
        + "CP=&&DataTime=20160801000000;SB1-RT=1.1;SB2-RT=2.1&&8EC1\r\n"

    /// HJ 212-2017, C.40: a log in Chinese; the length counts bytes.
    static let log =
        "##0152QN=20160801085857223;ST=32;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP="
        + "&&DataTime=20100301145000;PolId=w01018;i11001-Info=//清洗管路//&&9741\r\n"

    /// HJ 212-2017, C.29: the same code twice.
    static let twice =
        "##0140QN=20160801085857223;ST=52;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP="
        + "&&DataTime=20160801085857;e01001-Rtd=1.1;e01001-Rtd=2.2&&F001\r\n"

    /// HJ 212-2025, Annex A.2, second example; key 16 × `0`. The length and the check value are those of the plain text.
    static let ciphered =
        "##0234QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&{"
        + cipherBytes + "}g=N&&B541\r\n"

    private static let cipherBytes: String =
        "0xE4,0x3E,0x15,0x9A,0xCF,0xAB,0x24,0x2C,0xB5,0x31,0x55,0xFB,0x8B,0x92,0x81,0xA1,0xA2,0x42,"
        + "0x57,0x7A,0xBF,0xAE,0xD8,0x81,0xBE,0x88,0xB7,0x2D,0x69,0xFC,0x55,0xED,0x1A,0x80,0x11,0x9F,"
        + "0xAA,0xC8,0xB3,0xCD,0x33,0xD2,0x85,0xCC,0x76,0xF5,0x7F,0x2C,0xA7,0xF8,0x8B,0x95,0x73,0xC6,"
        + "0x64,0x7E,0x0F,0x07,0xE2,0x46,0x09,0xBD,0x6B,0x63,0xEB,0x20,0xC5,0xB9,0x78,0x4F,0x28,0xE7,"
        + "0x1D,0x2F,0x49,0x94,0xFF,0x61,0xD9,0xE1,0x3B,0x39,0x1A,0x1D,0x2A,0x45,0x4B,0x65,0x38,0x8D,"
        + "0x5D,0x94,0x35,0xDB,0xF0,0x21,0x52,0x8C,0x7B,0xF9,0x75,0x5E,0xF1,0x65,0x18,0x71,0x0C,0x0C,"
        + "0xAC,0x0A,0xDE,0xF9,0xC5,0x15,0x6C,0xD0,0xA5,0xA1,0x76,0x74,0xAC,0x0E,0xD2,0xAB,0xC4,0x00,"
        + "0x23,0xE9,0xEF,0x70,0x12,0x85,0x54,0xB8,0x24,0x38,0xE9,0x1A,0xDC,0xE9,0x8A,0x0D,0x03,0xA4"

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
