/// 发文字号: the issuer's code, the year, the place in that year (GB/T 9704-2012, 7.2.5).
package struct OfficialNumber: Hashable, Sendable {
    /// 发文机关代字, such as 青环发.
    package var code: String
    package var year: Int
    package var serial: Int

    package init(code: String, year: Int, serial: Int) {
        self.code = code
        self.year = year
        self.serial = serial
    }

    /// As printed: the year whole, in six-cornered brackets; no 第 and no leading zero.
    package var text: String { "\(code)〔\(year)〕\(serial)号" }
}
