import Second
import Standards
import Testing

@testable import Casework

/// Deadlines against a second implementation in another language.
@Suite(.enabled(if: SecondOpinion.isAvailable, "\(SecondOpinion.note)"))
struct SecondDeadlineTests {
    private static let count = 500

    @Test func `five hundred random deadlines end on the same days`() async throws {
        var random = SeededNumbers(seed: 20_260_815)
        let calendar = try ShippedRules.calendar.get()
        let first = try day("2007-01-01")
        var rows: [String] = []
        var ours: [String] = []
        for _ in 0..<Self.count {
            let start = first.adding(days: random.below(7_480))
            let unit = random.pick([PeriodUnit.working, .working, .calendar, .calendar, .months, .years])
            let amount = 1 + random.below([.working: 90, .calendar: 200, .months: 12, .years: 5][unit] ?? 1)
            let roll = random.pick([Roll.forward, .forward, .none])
            let row = "\(start),\(amount),\(unit.rawValue),\(roll.rawValue)"
            rows.append(row)
            let found = calendar.deadline(of: PeriodLength(amount, unit), from: start, roll: roll)
            let skipped = found.skipped.map(\.description).joined(separator: " ")
            ours.append("\(row),\(found.day),\(found.isProvisional ? "yes" : "no"),\(skipped)")
        }
        let input = Array((rows.joined(separator: "\n") + "\n").utf8)
        let theirs = try await SecondOpinion.output(of: "clock.py", input: input)
        #expect(theirs.status == 0)
        let lines = String(decoding: theirs.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.count == Self.count)
        let different = zip(ours, lines).filter { $0 != $1 }
        #expect(different.isEmpty, "\(different.count): \(different.prefix(3))")
        // Every kind of outcome is among them.
        #expect(ours.count { $0.contains(",yes,") } > 20)
        #expect(ours.count { $0.hasSuffix(",") } > 50)
        print("second opinion, deadlines: \(lines.count) alike")
    }
}
