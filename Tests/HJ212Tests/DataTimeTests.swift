import Testing

@testable import HJ212

struct DataTimeTests {
    private func read(_ digits: String) -> DataTime? { DataTime(digits: Array(digits.utf8)) }

    @Test(arguments: [
        ("20160801085857", "20160801085857"), ("20240229000000", "20240229000000"),
        ("20000229235959", "20000229235959"), ("202406010858", "20240601085800"),
        ("20240601085800000", "20240601085800"), ("2024060108580012", "20240601085800"),
    ])
    func `digits are read`(digits: String, text: String) {
        #expect(read(digits)?.text == text)
    }

    @Test(arguments: [
        "", "2024", "20240230085800", "20230229000000", "19000229000000", "20240601240000", "20241301000000",
        "20240001000000", "20240600000000", "20240601006000", "20240601000060", "2024060108580", "00000101000000",
        "2024-06-01 08:", "２０２４",
    ])
    func `what is no time is refused`(digits: String) {
        #expect(read(digits) == nil)
    }

    @Test(arguments: [
        // GNU date: TZ=Asia/Shanghai date -d '…' +%s
        ("19700101080000", Int64(0)), ("20240601085800", 1_717_203_480), ("19691231235959", -28_801),
        ("20000229235959", 951_839_999), ("20261122120000", 1_795_320_000),
    ])
    func `Beijing time is eight hours ahead of UTC`(digits: String, unixSeconds: Int64) {
        #expect(read(digits)?.unixSeconds == unixSeconds)
        #expect(DataTime(unixSeconds: unixSeconds)?.text == digits)
    }

    @Test func `every day of 1899 to 2101 follows the one before`() throws {
        var next = try #require(DataTime(year: 1899, month: 1, day: 1)?.unixSeconds)
        for year in 1899...2101 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let time = DataTime(year: year, month: month, day: day) else { continue }
                    #expect(time.unixSeconds == next)
                    #expect(DataTime(unixSeconds: time.unixSeconds) == time)
                    next += 86_400
                }
            }
        }
    }

    @Test func `times have an order`() throws {
        let earlier = try #require(read("20240601085800"))
        let later = try #require(read("20240601090000"))
        #expect(earlier < later)
        #expect(DataTime(unixSeconds: .max) == nil)
        #expect(DataTime(unixSeconds: .min) == nil)
    }

    @Test func `numbers of exchanges always grow`() {
        var numbers = QNSequence()
        // 2024-06-01 08:58:00.250 Beijing time
        let now: Int64 = 1_717_203_480_250
        #expect(numbers.next(unixMilliseconds: now) == "20240601085800250")
        #expect(numbers.next(unixMilliseconds: now) == "20240601085800251")
        #expect(numbers.next(unixMilliseconds: now - 5000) == "20240601085800252")
        #expect(numbers.next(unixMilliseconds: now + 750) == "20240601085801000")
        #expect(numbers.next(unixMilliseconds: .max) == nil)
    }
}
