import Catalog
import Standards
import Testing

@testable import Monitoring

/// Rule files of automatic checks: read, looked up by day, laid over.
struct CheckRulesTests {
    private static let day = CivilDate("2026-06-01") ?? .first

    private static func catalog(with files: [String: String] = [:]) throws -> RuleCatalog {
        let bundled = try RuleCatalog.load(overlay: nil, environment: [:])
        let own = files.map {
            RuleSourceFile(path: "monitoring/checks/\($0.key).yaml", isOverlay: true, text: $0.value)
        }
        return try RuleCatalog.load(bundled.sourceFiles + own)
    }

    private static func file(_ id: String, from: String = "2026-01-01", to: String? = nil, _ body: String) -> String {
        """
        id: \(id)
        title: 试
        effective: {from: \(from)\(to.map { ", to: \($0)" } ?? "")}
        source: {instrument: 无, article: 无, verified: 无}
        confidence: provisional
        \(body)
        """
    }

    @Test func `the bundled rules are without fault and say how sure they are`() throws {
        let catalog = try Self.catalog()
        #expect(CheckRules.faults(in: catalog).isEmpty)
        let rules = try CheckRules(catalog, on: Self.day)
        #expect(Set(rules.all.map(\.kind)).isSuperset(of: Set(CheckKind.allCases).subtracting([.sister, .unfit])))
        #expect(rules.all.allSatisfy { !$0.rows.isEmpty && !$0.header.source.verified.isEmpty })
    }

    @Test(arguments: [
        ("applies: {kinds: [station], factors: [pm25]}\ntest: rang\nparameters: {fail_max: 1}", "rang"),
        ("applies: {kinds: [station], factors: [pm25]}\ntest: range\nparameters: {fail_maks: 1}", "fail_maks"),
        ("applies: {kinds: [station], factors: [pm25]}\ntest: range", "fail_min"),
        (
            "applies: {kinds: [station], factors: [pm25]}\ntest: range\nparameters: {suspect_max: 9, fail_max: 1}",
            "fail_max"
        ),
        ("applies: {kinds: [statoin], factors: [pm25]}\ntest: range\nparameters: {fail_max: 1}", "statoin"),
        ("applies: {kinds: [station]}\ntest: spike\nparameters: {method: mean, suspect: 1}", "mean"),
        ("applies: {kinds: [station]}\ntest: spike\nparameters: {method: average, suspect: 0}", "suspect"),
        ("applies: {kinds: [station]}\ntest: flags\nparameters: {edition: HJ212-1999-flags}", "HJ212-1999-flags"),
        (
            "applies: {kinds: [station]}\ntest: range\nrows: [{factors: [pm25], fail_max: 1}, "
                + "{factors: [pm25], stations: [S1], fail_max: 2}]", "rows 第 2 行"
        ),
        ("applies: {kinds: [station]}\ntest: unfit", "unfit"),
    ])
    func `a fault of a rule file is named`(body: String, expected: String) throws {
        let faults = CheckRules.faults(in: try Self.catalog(with: ["own": Self.file("own", body)]))
        #expect(!faults.isEmpty)
        #expect(faults.contains { $0.description.contains(expected) }, "\(faults.map(\.description))")
        #expect(faults.allSatisfy { $0.file == "monitoring/checks/own.yaml" && $0.line != nil })
    }

    @Test func `a row for a station comes before that for all, and findings say which numbers were used`() throws {
        let body = """
            applies: {kinds: [station]}
            test: range
            parameters: {fail_max: 1000}
            rows:
              - {factors: [pm25], stations: [S1], suspect_max: 90}
              - {factors: [pm25], suspect_max: 50.0}
            """
        let rules = try CheckRules(Self.catalog(with: ["own": Self.file("own", body)]), on: Self.day).only(["own"])
        let field = CheckField(["S1", "S2"].map { CheckFixture.series("60 95 1001", station: $0) })
        let report = CheckEngine.report(field, rules: rules, judged: CheckFixture.always)
        #expect(CheckFixture.hours(report.findings.filter { $0.station == "S1" }) == ["1s", "2f"])
        #expect(CheckFixture.hours(report.findings.filter { $0.station == "S2" }) == ["0s", "1s", "2f"])
        let first = try #require(report.findings.first)
        #expect(first.parameters.map { "\($0.name)=\($0.text)" } == ["suspect_max=50.0", "fail_max=1000"])
        #expect(first.rule.id == "own" && first.rule.version == CivilDate("2026-01-01"))
        #expect(first.sentence == "PM2.5 60 高于常见范围 50.0")
    }

    @Test func `each hour is judged by the version of the day on which it starts`() throws {
        let limit = { (number: Int) in
            "applies: {kinds: [station], factors: [pm25]}\ntest: range\nparameters: {fail_max: \(number)}"
        }
        let catalog = try Self.catalog(with: [
            "a": Self.file("own", to: "2026-06-01", limit(50)), "b": Self.file("own", from: "2026-06-02", limit(80)),
        ])
        let field = CheckField([
            CheckFixture.series("60 60 60 90", from: CheckFixture.start.adding(seconds: 22 * 3_600))
        ])
        let last = CivilDate("2026-06-02") ?? .last
        let stretches = try CheckRules.stretches(of: catalog, over: Self.day...last, only: ["own"])
        let found = CheckEngine.report(field, by: stretches).findings
        #expect(CheckFixture.hours(found) == ["22f", "23f", "25f"])
        #expect(found.map(\.rule.version.day) == [1, 1, 2])
    }

    @Test func `a rule that no file has is refused, not passed over`() throws {
        let catalog = try Self.catalog()
        #expect(throws: CatalogError.self) {
            try CheckRules.stretches(of: catalog, over: Self.day...Self.day, only: ["air.rnage"])
        }
    }

    @Test func `a bureau's file replaces the bundled one of its id`() throws {
        let body = "applies: {kinds: [station], factors: [pm25]}\ntest: range\nparameters: {fail_max: 10}"
        let own = ["r": Self.file("air.range", from: "2013-01-01", body)]
        let rules = try CheckRules(Self.catalog(with: own), on: Self.day).only(["air.range"])
        let field = CheckField([CheckFixture.series("11")])
        #expect(CheckEngine.report(field, rules: rules, judged: CheckFixture.always).findings.count == 1)
    }

    @Test func `every fact has a sentence of its own`() throws {
        let facts: [CheckFact] = [
            .above(1), .below(1), .unfit, .spike(mean: 1), .peak(nearer: 1), .outlier(median: 1, sigmas: 3),
            .jump(from: 1), .rate(from: 1, seconds: 60), .flat(seconds: 90), .missing(seconds: 3_600, isSilent: true),
            .missing(seconds: 3_600, isSilent: false), .restarted(seconds: 3_600),
            .exceedsWhole(item: "pm10", value: 1),
            .oversaturated(temperature: 1, saturation: 1), .ratio(item: "no2", value: 1, isHigh: true),
            .sum(parts: 1), .farAbove(median: 1), .farBelow(median: 1), .apart(station: "S2", value: 1),
            .drifted(.zero, error: 1), .flagged("M", name: "维护", hintsAtExceedance: false), .unknownFlag("X"),
            .marked(.maintenance), .marked(.deviceAbnormal), .markedLate(deadline: CheckFixture.start),
            .unknownEvent("e"), .overlong("启动", allowedHours: 4), .steady(mean: 1), .periodic(lagSeconds: 86_400),
            .copied(station: "S2", from: CheckFixture.start), .copied(station: nil, from: CheckFixture.start),
        ]
        let sentences = facts.map { fact in
            CheckFinding(
                rule: CheckReference(id: "t", title: "t", version: .first, kind: .range), parameters: [], station: "S1",
                item: "pm25", span: .hour(startingAt: CheckFixture.start), value: 7, fact: fact, grade: .suspect
            ).sentence
        }
        #expect(Set(sentences).count == facts.count)
        #expect(sentences.allSatisfy { $0.count > "PM2.5".count + 2 })
    }
}
