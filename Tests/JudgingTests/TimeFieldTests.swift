import Standards
import Testing

@testable import Judging

struct TimeFieldTests {
    private func read(_ text: String) -> TimeField.Reading {
        Array(text.utf8).withUnsafeBufferPointer(TimeField.read)
    }

    @Test(arguments: [
        "2026-03-01T01:00:00+08:00", "2026-03-01T01:00+08:00", "2026-02-28T17:00:00Z", "2026-02-28T17:00Z",
        "2024-02-29T23:59:59-03:30", "1969-12-31T00:00:00+00:00", "0001-01-01T08:00:00+08:00",
    ])
    func `a moment is read as everywhere else`(text: String) throws {
        #expect(read(text) == .moment(try #require(Instant(text))))
    }

    @Test
    func `hour 24 is the end of the day`() throws {
        let midnight = try #require(Instant("2026-03-01T00:00:00+08:00"))
        #expect(read("2026-02-28T24:00:00+08:00") == .moment(midnight))
        #expect(read("2026-02-28T24:00+08:00") == .moment(midnight))
        #expect(read("2026-02-28T24:00:01+08:00") == .unreadable)
    }

    @Test(arguments: ["2026-03-01T01:00:00", "2026-03-01T01:00"])
    func `a time without an offset is no moment`(text: String) {
        #expect(read(text) == .withoutOffset)
    }

    @Test(arguments: [
        "", "2026", "2026-03-01", "2026-03-01 01:00:00+08:00", "2026-02-30T01:00:00+08:00", "2026-13-01T01:00:00+08:00",
        "2026-03-01T25:00:00+08:00", "2026-03-01T01:60:00+08:00", "2026-03-01T01:00:60+08:00",
        "2026-03-01T01:00:00+0800", "2026-03-01T01:00:00+08:00 ", "2026-03-01T01:00:00+08", "2026-03-01T01:00:00+24:00",
        "2026-03-01T01:00:00Zulu", "2026-03-01T01:00:", "2026-03-01T01:00:0", "2026-03-01T01:00:00.5+08:00",
        "2026-3-1T01:00:00+08:00", "0000-03-01T01:00:00+08:00", "２026-03-01T01:00", "-2026-03-01T01:00:00",
    ])
    func `anything else is not readable`(text: String) {
        #expect(read(text) == .unreadable)
    }

    @Test
    func `no bytes make it trap`() {
        let alphabet = Array("0123459-:TZ+ ".utf8)
        let template = Array("2026-03-01T01:00:00+08:00".utf8)
        var chance = SeededNumbers(seed: 20_261_122)
        for _ in 0..<20_000 {
            var text = Array(template.prefix(chance.below(template.count + 1)))
            for _ in 0..<chance.below(3) where !text.isEmpty {
                text[chance.below(text.count)] = alphabet[chance.below(alphabet.count)]
            }
            let reading = text.withUnsafeBufferPointer(TimeField.read)
            guard case .moment(let moment) = reading, !text.starts(with: Array("2026-03-01T24".utf8)) else { continue }
            #expect(Instant(String(decoding: text, as: UTF8.self)) == moment || text[11...12].elementsEqual("24".utf8))
        }
    }
}
