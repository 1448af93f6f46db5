import Testing

@testable import Documents

@Suite struct SignatureTests {
    struct Case: Sendable {
        var name: String
        var date: String
        var isSealed: Bool
        /// Half characters from the right edge: name, date.
        var right: [Int]
    }

    @Test(arguments: [
        // GB/T 9704-2012, 7.3.5.1: the date four characters from the right, the name centred above it.
        Case(name: "青衡市生态环境局", date: "2026年11月5日", isSealed: true, right: [7, 8]),
        Case(name: "青衡市局", date: "2026年11月5日", isSealed: true, right: [10, 8]),
        // 7.3.5.2: the name two characters from the right, the date's first letter two right of the name's.
        Case(name: "青衡市生态环境局", date: "2026年11月5日", isSealed: false, right: [4, 3]),
        // … a date longer than the name two characters from the right, the name moved to the left by as much.
        Case(name: "青衡市局", date: "2026年11月5日", isSealed: false, right: [13, 4]),
    ])
    func `name and date stand as the standard has it`(example: Case) {
        let signature = Signature(lines: [example.name], date: example.date, isSealed: example.isSealed)
        #expect(signature.placed.map(\.right) == example.right)
    }

    @Test func `headings count in Chinese and begin anew below each`() {
        var numbers = HeadingNumbers()
        let shown = [1, 2, 2, 3, 4, 1, 2].map { numbers.next(level: $0) }
        #expect(shown == ["一、", "（一）", "（二）", "1.", "（1）", "二、", "（一）"])
        let chinese = [1, 10, 11, 20, 21, 99, 100].map(HeadingNumbers.chinese)
        #expect(chinese == ["一", "十", "十一", "二十", "二十一", "九十九", "100"])
    }
}
