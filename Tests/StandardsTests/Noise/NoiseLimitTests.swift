import Standards
import Testing

/// Background correction and the tables' own checks; the numbers of the standards are tested where their files are read.
struct NoiseLimitTests {
    private let background: NoiseBackground

    init() throws {
        background = try NoiseBackground(steps: [
            .init(from: 3, to: 3, subtract: 3), .init(from: 4, to: 5, subtract: 2), .init(from: 6, to: 10, subtract: 1),
        ])
    }

    @Test(arguments: [
        // The difference is rounded half to even before the table is read: 2.5 is 2, 3.5 is 4, 10.5 is 10.
        ("60", "57.5", nil), ("60", "57.4", "57"), ("60", "56.6", "57"), ("60", "56.5", "58"), ("60", "54.6", "58"),
        ("60", "54.5", "59"), ("60", "49.5", "59"), ("60", "49.4", "60"), ("60", "30", "60"), ("60", "61", nil),
        ("60.4", "50", "59"), ("60.5", "49", "60"), ("61.5", "50.9", "62"), ("62.5", "40", "62"),
    ])
    func `the correction follows the whole difference, and the result is whole`(
        measured: String, level: String, expected: String?
    ) throws {
        let outcome = try background.correct(
            try #require(ExactDecimal(measured)), background: try #require(ExactDecimal(level)))
        switch outcome {
        case .corrected(let corrected, _): #expect(corrected.description == expected)
        case .measureAgain: #expect(expected == nil)
        }
    }

    @Test
    func `a background table with gaps is refused`() {
        #expect(throws: StandardsError.self) { try NoiseBackground(steps: []) }
        #expect(throws: StandardsError.self) {
            try NoiseBackground(steps: [.init(from: 3, to: 3, subtract: 3), .init(from: 5, to: 6, subtract: 1)])
        }
        #expect(throws: StandardsError.self) {
            try NoiseBackground(steps: [.init(from: 3, to: 3, subtract: 1), .init(from: 4, to: 6, subtract: 1)])
        }
    }

    @Test
    func `a night louder than the day is no limit`() {
        #expect(throws: StandardsError(.invalidRule, subject: "2")) {
            try NoiseZoneStandard(
                id: "x", title: "", limits: [.two: NoiseLimit(day: 50, night: 60)], zoneNames: [:],
                nightSuddenExcess: 15)
        }
        #expect(throws: StandardsError(.invalidRule, subject: "limits")) {
            try NoiseEmissionStandard(
                id: "x", title: "", zoneLimits: [:], generalLimit: nil, suddenExcess: [:], indoorReduction: nil,
                indoor: nil,
                background: nil)
        }
    }

    @Test
    func `grades must rise and end open`() {
        func grade(_ limit: Int?) -> NoiseGradeRule.Grade {
            let pair = limit.map { NoiseLimit(day: ExactDecimal($0), night: ExactDecimal($0)) }
            return NoiseGradeRule.Grade(name: "", word: "", area: pair, road: pair)
        }
        for limits in [[50, 50, nil], [50, 45, nil], [50, 55], [nil], [50, nil, nil]] {
            #expect(throws: StandardsError.self) {
                try NoiseGradeRule(id: "x", title: "", grades: limits.map(grade), decimals: 1)
            }
        }
        #expect(throws: Never.self) {
            try NoiseGradeRule(id: "x", title: "", grades: [50, 55, nil].map(grade), decimals: 1)
        }
    }
}
