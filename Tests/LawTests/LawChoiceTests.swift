import Catalog
import Law
import Standards
import Testing

/// The law of the conduct, or the later one where it is lighter.
struct LawChoiceTests {
    private static let day = LawFixture.day
    private static let eve = LawFixture.change.adding(days: -1)

    private func choice(_ code: String, _ start: String, _ end: String, decided: String) throws -> LawChoice {
        try LawChoice(
            LawFixture.violation(code), Conduct(start: Self.day(start), end: Self.day(end)), decided: Self.day(decided))
    }

    @Test func `every violation on file has its provision in the code and cites articles of it`() throws {
        let all = try ViolationBook(try LawFixture.catalog.get()).all
        #expect(all.count == 118)
        for violation in all {
            let code = try violation.provision(on: LawFixture.change)
            #expect(code.law == "生态环境法典", "\(violation.code)")
            #expect(code.penalty.hasPrefix("生态环境法典第"), "\(violation.code)")
            #expect(code.violated.allSatisfy { $0.hasPrefix("生态环境法典第") }, "\(violation.code)")
        }
    }

    @Test func `conduct and decision under one law are judged by it`() throws {
        let before = try choice("WAT-02", "2026-07-01", "2026-07-02", decided: "2026-08-14")
        guard case .single(let old) = before else { return #expect(Bool(false), "\(before)") }
        #expect(old.law.hasPrefix("水污染防治法") && !before.needsReason)
        let after = try choice("WAT-02", "2026-08-15", "2026-09-02", decided: "2026-11-01")
        guard case .single(let new) = after else { return #expect(Bool(false), "\(after)") }
        #expect(new.law == "生态环境法典")
    }

    @Test func `conduct before the code and a decision after it are computed by both`() throws {
        let choice = try choice("WAT-02", "2026-08-01", "2026-08-14", decided: "2026-08-15")
        guard case .compared(let earlier, let later) = choice else { return #expect(Bool(false), "\(choice)") }
        #expect(earlier.effective.to == Self.eve && later.law == "生态环境法典" && choice.needsReason)
    }

    @Test func `conduct that goes on across the change always goes to a person`() throws {
        let choice = try choice("WAT-02", "2026-08-14", "2026-08-15", decided: "2026-09-01")
        guard case .byPerson(let end, let start) = choice else { return #expect(Bool(false), "\(choice)") }
        #expect(end.law == "生态环境法典" && start.law.hasPrefix("水污染防治法") && choice.needsReason)
    }

    @Test func `conduct for whose day no law is on file is not judged by another`() throws {
        let error = #expect(throws: LawError.self) {
            try choice("HAZ-09", "2019-01-01", "2019-01-02", decided: "2026-09-01")
        }
        #expect(error?.code == .noProvision && error?.message.contains("2019-01-02") == true)
        #expect(throws: LawError.self) { try choice("HAZ-09", "2026-09-02", "2026-09-02", decided: "2026-09-01") }
        #expect(throws: LawError.self) { try Conduct(start: Self.day("2026-09-02"), end: Self.day("2026-09-01")) }
    }

    private func lighter(
        _ code: String, refused: Bool = false, earlierTier: String? = nil, laterTier: String? = nil
    ) throws -> LighterLaw {
        let violation = try LawFixture.violation(code)
        let old = try violation.provision(on: Self.eve)
        let new = try violation.provision(on: LawFixture.change)
        let oldTier = try earlierTier.map { when throws(LawError) in try old.tier(when) } ?? old.tiers[0]
        let newTier = try laterTier.map { when throws(LawError) in try new.tier(when) } ?? new.tiers[0]
        return LighterLaw(
            earlier: try .init(old, oldTier, hasRefused: refused, isSerious: false),
            later: try .init(new, newTier, hasRefused: refused, isSerious: false))
    }

    @Test func `the lower range is the lighter law, whichever side it stands on`() throws {
        // 擅自转移危险废物: 10–100 万 before, 20–200 万 in the code.
        let transfer = try lighter("HAZ-09")
        #expect(transfer.lighter == .earlier && transfer.reasons[0].contains("200万元"))
        // 危险废物贮存: 10–100 万 before, 5–20 万 in the code.
        #expect(try lighter("HAZ-05").lighter == .later)
    }

    @Test func `where both laws say the same the law of the conduct holds`() throws {
        let same = try lighter("SOL-05")
        #expect(same.lighter == .earlier && same.reasons.last == "幅度相同，适用行为时的法律")
    }

    @Test func `a law that fines only after a refused order is lighter while nobody has refused`() throws {
        let all = try ViolationBook(try LawFixture.catalog.get()).all
        let waiting = all.filter { violation in
            violation.provisions.first?.fineAfter == .refusal
                && violation.provisions.contains {
                    $0.law != "生态环境法典" && $0.tiers.first?.base == nil && !$0.tiers.isEmpty
                }
        }
        #expect(!waiting.isEmpty)
        for violation in waiting {
            #expect(try lighter(violation.code).lighter == .later, "\(violation.code)")
        }
    }

    @Test func `ranges that cross are left to a person`() throws {
        let old = try LawFixture.violation("WAT-02").provision(on: Self.eve)
        let new = try LawFixture.violation("WAT-02").provision(on: LawFixture.change)
        func outcome(_ provision: Provision, _ least: Int64, _ most: Int64) throws -> LighterLaw.Outcome {
            let tier = FineTier(when: "一般", amount: .range(Money(yuan: least)...Money(yuan: most)))
            return try .init(provision, tier, hasRefused: false, isSerious: false)
        }
        let crossing = LighterLaw(earlier: try outcome(old, 20, 100), later: try outcome(new, 10, 200))
        #expect(crossing.lighter == nil && crossing.reasons.last?.contains("法制审核") == true)
        let nested = LighterLaw(earlier: try outcome(old, 20, 100), later: try outcome(new, 20, 200))
        #expect(nested.lighter == .earlier)
    }

    @Test func `computed fines decide before ranges do`() throws {
        let violation = try LawFixture.violation("HAZ-09")
        let old = try violation.provision(on: Self.eve)
        let new = try violation.provision(on: LawFixture.change)
        let pair = LighterLaw(
            earlier: try .init(old, old.tiers[0], fine: Money(yuan: 360_000), hasRefused: false, isSerious: false),
            later: try .init(new, new.tiers[0], fine: Money(yuan: 200_000), hasRefused: false, isSerious: false))
        #expect(pair.lighter == .later)
    }

    @Test func `two years after the end, five where harm followed, nothing may be punished any more`() throws {
        let principles = try LegalPrinciples(try LawFixture.catalog.get(), on: Self.day("2026-11-01"))
        let conduct = try Conduct(start: Self.day("2024-02-01"), end: Self.day("2024-02-29"))
        let usual = Limitation(conduct, hasCausedHarm: false, by: principles)
        #expect(usual.lastDay == Self.day("2026-02-28") && usual.basis == "生态环境法典第1054条")
        #expect(!usual.hasPassed(on: Self.day("2026-02-28")) && usual.hasPassed(on: Self.day("2026-03-01")))
        #expect(Limitation(conduct, hasCausedHarm: true, by: principles).lastDay == Self.day("2029-02-28"))
    }

    @Test func `three tonnes of hazardous waste may be a crime, a gram less is not counted as one`() throws {
        let thresholds = try CrimeThresholds(try LawFixture.catalog.get(), on: Self.day("2026-11-01"))
        func reached(_ tonnes: String) -> [String] {
            thresholds.reached(by: ["hazardous_waste_tonnes": Rational(tonnes) ?? 0]).map(\.article)
        }
        #expect(reached("3") == ["第1条第(二)项"])
        #expect(reached("2.999999").isEmpty)
        #expect(reached("100") == ["第1条第(二)项", "第2条"])
        // What only a person can judge is on the list and never reached by a number.
        #expect(thresholds.items.contains { $0.metric == nil })
        #expect(throws: CatalogError.self) {
            try CrimeThresholds(try LawFixture.catalog.get(), on: Self.day("2023-08-14"))
        }
    }
}
