import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

/// Assessed values follow the reviewed series, however it came about.
struct ReviewedSeriesTests {
    private static let stations = ["S1", "S2", "S3", "S4"]

    @Test(arguments: 1...6)
    func `days made step by step from values, decisions, undoings and late arrivals equal those made from nothing`(
        seed: Int
    ) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let bureau = try await ReviewFixture.bureau()
        var taken = 0
        let papers = try await Self.papers(in: bureau)
        for _ in 0..<60 {
            bureau.clock.advance(seconds: 60)
            let station = Self.stations.randomElement(using: &random) ?? "S1"
            let hour = Int.random(in: 0..<24, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: try await Self.arrive(at: station, hour, Int.random(in: 1..<900, using: &random), bureau)
            case 2, 3: taken += try await Self.undo(at: station, hour, bureau)
            case 4: taken += try await Self.step(Int.random(in: 0..<4, using: &random), of: station, bureau)
            case 5: taken += try await Self.deduct(at: Self.stations.shuffled(using: &random), papers, bureau)
            default:
                let decision = [HourReview.Decision.accepted, .doubted, .rejected, .rejected, .entered]
                    .randomElement(using: &random)
                taken += try await Self.decide(
                    decision ?? .rejected, at: station, hour, Int.random(in: 1..<300, using: &random), bureau)
            }
        }
        #expect(taken > 20, "most steps must be taken, or nothing is tried")
        let dump = try await bureau.dump()
        #expect(dump["hour_standing"]?.isEmpty == false)
        for station in Self.stations { try await Self.compare(station, in: bureau) }
        try await Self.compareDeductions(dump, in: bureau)
        try await bureau.book.rebuild()
        let again = try await bureau.dump()
        for (table, rows) in dump { #expect(again[table] == rows, "\(table)") }
    }

    /// The day's mean once more from the readings and decisions, as plainly as can be.
    private static func compare(_ station: String, in bureau: TestBureau) async throws {
        let day = ReviewFixture.day
        let span = Period.day(day)
        let (readings, reviews) = try await bureau.book.database.read { connection in
            let readings = try ReadingStore.readings(
                from: span.start, to: span.end, seconds: 3_600, object: station, item: "pm25", in: connection)
            return (readings, try ReviewStore.reviews(on: day, of: station, in: connection))
        }
        var counting: [Rational] = []
        for hour in 0..<24 {
            let start = Instant(beijing: day, hour: hour)
            let last = readings.last { $0.start == start }
            var stack = reviews.filter { $0.start == start && $0.item == "pm25" }
            while let undoing = stack.first(where: { $0.decision == .undone }) {
                stack.removeAll { $0.sequence == undoing.sequence || $0.sequence == undoing.undoes }
            }
            let text = last.map { "\($0.value?.description ?? "-")|\($0.flag)" } ?? ""
            let decision = stack.last { $0.judged == text }
            switch decision?.decision {
            case .rejected: continue
            case .entered: counting += [decision?.entered?.rational].compactMap(\.self)
            default: counting += [last.flatMap { $0.isValid ? $0.value?.rational : nil }].compactMap(\.self)
            }
        }
        let stored = try await ReviewFixture.value(.pm25, of: station, in: bureau)
        let sum = counting.reduce(Rational(0), +)
        #expect(stored?.used == counting.count, "\(station)")
        #expect(stored?.value == (counting.isEmpty ? nil : try sum / Rational(counting.count)), "\(station)")
    }

    /// An event for which the bureau applied, and the record of the paper in the file of S1.
    private static func papers(in bureau: TestBureau) async throws -> (event: String, attachment: Int64) {
        let id = MintedID.mint(at: bureau.clock.milliseconds)
        try await bureau.book.record(
            AirExceptionActions.apply(
                id, "dust", for: AirException.Extent(days: [ReviewFixture.day], stations: stations, items: [.pm25]),
                reason: "沙尘", applicant: "甲", by: MonitoringFixture.actor))
        return (id, try await AirExceptionTests.attached(in: bureau))
    }

    /// Takes PM2.5 of the first few of some stations out, or of none again.
    private static func deduct(
        at stations: [String], _ papers: (event: String, attachment: Int64), _ bureau: TestBureau
    ) async throws -> Int {
        let count = (stations.first?.last?.wholeNumberValue ?? 0) % 5
        let out = stations.prefix(count)
        return try await record(
            AirExceptionActions.decide(
                out.isEmpty ? .refused : .approved, of: papers.event,
                extent: AirException.Extent(
                    days: out.isEmpty ? [] : [ReviewFixture.day], stations: out, items: out.isEmpty ? [] : [.pm25]),
                issuer: "市局", document: "1号", date: ReviewFixture.day, attachment: papers.attachment,
                attachedTo: "S1", reviewer: "甲", by: MonitoringFixture.actor), bureau)
    }

    /// The district's mean without the stations that the last decision took out, once more from the stations' own means.
    private static func compareDeductions(_ dump: [String: [String]], in bureau: TestBureau) async throws {
        let (exception, district) = try await bureau.book.database.read { connection in
            (
                try AirExceptionStore.exceptions(in: connection).first,
                try AirExceptionStore.deductedValues(
                    from: ReviewFixture.day, to: ReviewFixture.day, in: connection
                ).first { $0.place == .district }
            )
        }
        let out = exception?.approval?.extent.stations ?? []
        #expect((district == nil) == out.isEmpty)
        var left: [Rational] = []
        for station in stations where !out.contains(station) {
            let value = try await ReviewFixture.value(.pm25, of: station, in: bureau)
            if let value, value.isValid, let mean = value.value { left.append(mean) }
        }
        if !out.isEmpty {
            let sum = left.reduce(Rational(0), +)
            #expect(district?.value == (left.isEmpty ? nil : try sum / Rational(left.count)))
        }
        #expect(dump["air_day_deducted"]?.isEmpty == out.isEmpty)
    }

    private static func arrive(at station: String, _ hour: Int, _ value: Int, _ bureau: TestBureau) async throws {
        let file = MonitoringFixture.airFile(ReviewFixture.day, stations: [station], hours: hour + 1...hour + 1) {
            _, _ in "10,20,60,\(value),0.5,80"
        }
        try await MonitoringFixture.importAir(file, into: bureau)
    }

    private static func current(_ station: String, _ hour: Int, _ bureau: TestBureau) async throws -> ReviewedValue {
        let start = Instant(beijing: ReviewFixture.day, hour: hour)
        return try await bureau.book.database.read { connection in
            let last = try ReadingStore.versions(of: station, at: start, seconds: 3_600, in: connection)
                .last { $0.series.item == "pm25" }
            let decisions = try ReviewStore.reviews(
                from: start, to: start.adding(seconds: 1), station: station, in: connection)
            return ReviewedValue(last, decisions: decisions.filter { $0.item == "pm25" })
        }
    }

    private static func decide(
        _ decision: HourReview.Decision, at station: String, _ hour: Int, _ value: Int, _ bureau: TestBureau
    ) async throws -> Int {
        let now = try await current(station, hour, bureau)
        let cell = ReviewCell(
            start: Instant(beijing: ReviewFixture.day, hour: hour), item: "pm25", judged: JudgedValue.text(now.raw))
        return try await record(
            ReviewActions.decide(
                decision, on: [cell], of: station, reason: decision.needsReason ? "jump" : "", note: "依据",
                value: decision == .entered ? ExactDecimal(value) : nil, reviewer: "甲",
                by: ReviewFixture.person("jia")), bureau)
    }

    private static func undo(at station: String, _ hour: Int, _ bureau: TestBureau) async throws -> Int {
        guard let standing = try await current(station, hour, bureau).standing else { return 0 }
        let cell = ReviewCell(
            start: Instant(beijing: ReviewFixture.day, hour: hour), item: "pm25", undoes: standing.sequence)
        return try await record(
            ReviewActions.decide(.undone, on: [cell], of: station, reviewer: "甲", by: ReviewFixture.person("jia")),
            bureau)
    }

    private static func step(_ number: Int, of station: String, _ bureau: TestBureau) async throws -> Int {
        let step = [ReviewStep.Kind.reviewed, .signed, .locked, .unlocked][number]
        let person = step == .signed ? "yi" : "jia"
        return try await record(
            ReviewStepActions.take(
                step, of: station, on: ReviewFixture.day, reason: "复核", reviewer: person,
                by: ReviewFixture.person(person)), bureau)
    }

    /// - Returns: 1 when it went on record; a refusal by the rules is part of the play.
    private static func record(_ action: Action, _ bureau: TestBureau) async throws -> Int {
        do {
            try await bureau.book.record(action)
            return 1
        } catch let error as RecordsError where error.code == .invalid {
            return 0
        }
    }
}
