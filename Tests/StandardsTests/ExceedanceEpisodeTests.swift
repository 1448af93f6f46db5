import Standards
import Testing

/// Exceeded hours joined, days and furnaces judged.
struct ExceedanceEpisodeTests {
    private static let so2 = DischargeItem(rawValue: "so2")

    /// One item by letters: `x` exceeded by 1/10 for every repetition of the letter, `.` met, `?` not judged, `e` exempt,
    /// blank no record at all.
    private func hours(_ text: String, item: DischargeItem = .nox) throws -> [ExceedanceEpisode.Hour] {
        try text.enumerated().compactMap { index, letter in
            let verdict: DischargeVerdict? =
                switch letter {
                case "x": .exceeded(multiple: try Rational(numerator: index + 1, denominator: 10))
                case "r": .exceeded(multiple: nil)
                case ".": .met
                case "e": .exempt(event: "start", usedHours: 1, limitHours: 4)
                case "?": .notJudged(.missing)
                default: nil
                }
            return verdict.map { .init(start: DischargeRules.start(index), verdicts: [item: $0]) }
        }
    }

    @Test(
        arguments: [
            ("", []), ("...", []), ("x", [[0, 1, 1, 0]]), ("xxx", [[0, 3, 3, 0]]),
            ("x.x", [[0, 1, 1, 0], [2, 3, 1, 0]]),
            ("x?x", [[0, 3, 2, 1]]), ("x??", [[0, 1, 1, 0]]), ("?x", [[1, 2, 1, 0]]), ("x  x", [[0, 4, 2, 2]]),
            ("xe?x.x", [[0, 4, 2, 2], [5, 6, 1, 0]]), ("x?.x", [[0, 1, 1, 0], [3, 4, 1, 0]]),
        ] as [(String, [[Int]])])
    func `hours not judged do not end an episode, a met hour does`(text: String, expected: [[Int]]) throws {
        let found = try ExceedanceEpisode.episodes(of: hours(text)).map { episode in
            [episode.start, episode.end].map { Int(DischargeRules.midnight.seconds(until: $0) / 3_600) }
                + [episode.exceededHours, episode.unjudgedHours]
        }
        #expect(found == expected)
    }

    @Test
    func `the item and hour of the largest multiple decide`() throws {
        let episode = try #require(
            try ExceedanceEpisode.episodes(of: [
                .init(start: DischargeRules.start(0), verdicts: [.nox: .exceeded(multiple: 2), .pm: .met]),
                .init(start: DischargeRules.start(1), verdicts: [.nox: .met, .pm: .exceeded(multiple: 3)]),
                .init(start: DischargeRules.start(2), verdicts: [.nox: .exceeded(multiple: 3)]),
            ]).first)
        #expect(episode.items == [.nox, .pm])
        #expect(episode.largestMultiple == 3)
        #expect(episode.decidingItem == .pm)
        #expect(episode.decidingHour == DischargeRules.start(1))
        let range = try #require(try ExceedanceEpisode.episodes(of: hours("rr", item: .ph)).first)
        #expect(range.largestMultiple == nil)
        #expect(range.decidingItem == .ph)
    }

    @Test
    func `an episode ends only when all of its items are met`() throws {
        func hour(_ number: Int, _ verdicts: [DischargeItem: DischargeVerdict]) -> ExceedanceEpisode.Hour {
            .init(start: DischargeRules.start(number), verdicts: verdicts)
        }
        let first = hour(0, [.nox: .exceeded(multiple: 1), Self.so2: .met])
        let last = hour(2, [.nox: .exceeded(multiple: 1)])
        func count(_ middle: [DischargeItem: DischargeVerdict]) throws -> Int {
            try ExceedanceEpisode.episodes(of: [first, hour(1, middle), last]).count
        }
        #expect(try count([.nox: .met]) == 2)
        #expect(try count([Self.so2: .met]) == 1)
        #expect(try count([.nox: .notJudged(.missing), Self.so2: .met]) == 1)
        #expect(try count([.nox: .met, Self.so2: .notJudged(.missing)]) == 2)
    }

    @Test
    func `episodes partition the exceeded hours`() throws {
        var random = SplitMix(seed: 46)
        for _ in 0..<200 {
            let text = String((0..<60).map { _ in "xx..?e ".randomElement(using: &random) ?? "." })
            let hours = try hours(text)
            let episodes = try ExceedanceEpisode.episodes(of: hours)
            for hour in hours where hour.verdicts[.nox]?.isExceeded == true {
                #expect(episodes.count { $0.start <= hour.start && hour.start < $0.end } == 1)
            }
            #expect(episodes.map(\.exceededHours).reduce(0, +) == text.count { $0 == "x" })
            for (earlier, later) in zip(episodes, episodes.dropFirst()) { #expect(earlier.end < later.start) }
            for episode in episodes {
                let length = Int(episode.start.seconds(until: episode.end) / 3_600)
                #expect(episode.exceededHours + episode.unjudgedHours == length)
            }
        }
    }

    @Test
    func `hours come in the order of time`() throws {
        let hours = try Array(hours("x.").reversed())
        #expect(throws: StandardsError.self) { try ExceedanceEpisode.episodes(of: hours) }
    }

    @Test
    func `any item over its daily limit makes the day exceeded, on 20 hours at least`() throws {
        let rule = try DischargePeriodRule(
            id: "", title: "", medium: .air, minimumMinutes: 45, minimumHours: 20, monthDays: 25, februaryDays: 23,
            checkHoursPerDay: 0)
        let category = DischargeLimits.Category(
            id: "incinerator", name: "",
            rows: [(DischargeItem.pm, 20), (.nox, 250)].map { item, limit in
                .init(
                    item: item, code: nil, name: "", unit: "", averaging: .day, place: nil,
                    bound: .atMost(ExactDecimal(limit)))
            })
        func day(_ value: Rational, hours: Int) throws -> DischargeMean {
            try rule.dayMean(ofHours: (0..<24).map { $0 < hours ? value : nil })
        }
        let over = Rational("251") ?? 0
        #expect(try category.judgeDay([.pm: day(20, hours: 24), .nox: day(250, hours: 20)]).exceeded.isEmpty)
        let exceeded = try category.judgeDay([.pm: day(20, hours: 24), .nox: day(over, hours: 20)]).exceeded
        #expect(exceeded.map(\.row.item) == [.nox])
        #expect(exceeded.first?.verdict == .exceeded(multiple: Rational("1/250")))
        let short = try category.judgeDay([.nox: day(over, hours: 19)])
        #expect(short.items.map(\.verdict) == [.notJudged(.missing), .notJudged(.tooFewHours(19, needed: 20))])
    }

    @Test(arguments: [(5, false), (6, true)])
    func `a furnace may be cold five times a day`(cold: Int, isViolation: Bool) throws {
        let rule = try IncinerationRule(
            id: "", title: "", minutes: 5, leastTemperature: 850, allowedColdCount: 5, exemptHoursPerYear: 60)
        var means = [IncinerationRule.Temperature](repeating: .measured(850), count: 288)
        for index in 0..<cold { means[index * 7] = .measured("849.9") }
        means[100] = .marked
        means[101] = .missing
        let day = try rule.judge(means)
        #expect(day.coldCount == cold)
        #expect(day.isViolation == isViolation)
        #expect([day.judgedCount, day.markedCount, day.missingCount] == [286, 1, 1])
        #expect(throws: StandardsError(.wrongCount, subject: "temperatures", value: "287")) {
            try rule.judge(Array(means.dropLast()))
        }
    }
}
