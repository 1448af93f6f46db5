import Casework
import Catalog
import Law
import Standards
import TestKit
import Testing

@testable import Dossier

/// A file would score full marks in the ministry's review, or the program says why not before the decision is signed.
struct CaseReviewTests {
    private let catalog: RuleCatalog
    private let rules: FatalRules
    private let points: PointRules
    private let forms: PaperFormBook

    init() throws {
        catalog = try CasePlan.catalog.get()
        let today = CasePlan.day("2026-11-27")
        rules = try FatalRules(catalog, on: today)
        points = try PointRules(catalog, on: today)
        forms = try CasePlan.forms.get()
    }

    private func sheet(_ plan: CasePlan) throws -> ScoreSheet {
        // The rules are read once: only the file changes.
        let base = try CasePlan.review.get()
        let review = CaseReview(
            try plan.file(), powers: base.powers, violations: base.violations, instruments: base.instruments,
            principles: base.principles, calendar: base.calendar, on: plan.reviewed)
        return try ScoreSheet(review, fatal: rules, points: points, forms: forms)
    }

    @Test("Twenty-five grave faults, at least fifteen of them decided by the program")
    func counts() {
        #expect(rules.items.map(\.number) == Array(1...25))
        #expect(rules.items.count { $0.check != nil } >= 15)
        // Each check of the program is one of the items.
        #expect(Set(rules.items.compactMap(\.check)) == Set(CaseCheck.allCases))
    }

    @Test("No grave fault is found in fifty clean files of six kinds, and they lose no point")
    func clean() throws {
        var random = SeededGenerator(seed: 20_261_127)
        var count = 0
        for number in 0..<50 {
            let kind = CasePlan.Kind.allCases[number % CasePlan.Kind.allCases.count]
            let found = try sheet(try CasePlan.clean(kind, &random))
            #expect(found.open.isEmpty, "\(kind): \(found.open.map { "\($0.item.number) \($0.verdict)" })")
            #expect(
                found.total == Rational(100),
                "\(kind): \(found.total) \(found.lines.flatMap(\.losses)) \(found.deductions)")
            count += 1
        }
        print("case review: \(count) clean files, no false alarm")
    }

    @Test("Of a hundred files with planted faults at least 98 in a hundred faults are found, by their right item")
    func planted() throws {
        var random = SeededGenerator(seed: 7)
        var (planted, found) = (0, 0)
        var missed: [String] = []
        for number in 0..<100 {
            let first = PlantedFault.all[number % PlantedFault.all.count]
            let kind = first.kinds[Int.random(in: 0..<first.kinds.count, using: &random)]
            var plan = try CasePlan.clean(kind, &random)
            var faults = [first]
            // In every third file a second one, of papers, that leaves the first in place.
            if number % 3 == 2, let second = PlantedFault.all.first(where: { $0.item == 8 }), first.item != 8,
                second.kinds.contains(kind)
            {
                faults.append(second)
            }
            for fault in faults { fault.plant(&plan) }
            let items = Set(try sheet(plan).open.map(\.item.number))
            for fault in faults {
                planted += 1
                if items.contains(fault.item) {
                    found += 1
                } else {
                    missed.append("\(fault.item) \(fault.words) (\(kind))")
                }
            }
            #expect(try sheet(plan).total == .zero)
        }
        print("case review: \(planted) faults planted in 100 files, \(found) found")
        #expect(found * 100 >= planted * 98, "\(missed)")
        #expect(Set(PlantedFault.all.map(\.item)) == Set(rules.items.filter { $0.check != nil }.map(\.number)))
    }

    @Test("A paper that lacks an element loses that element's points, one that is not signed its deduction")
    func lost() throws {
        var random = SeededGenerator(seed: 3)
        var plan = try CasePlan.clean(.general, &random)
        plan.sheets[plan.sheet("行政处罚决定书")].values["裁量情况"] = .text("")
        let found = try sheet(plan)
        let line = try #require(found.lines.first { $0.paper == "行政处罚决定书" })
        #expect(line.reached == Rational(14))
        #expect(line.losses == ["《行政处罚决定书》缺裁量情况"])
        #expect(found.total < Rational(100))
    }

    @Test("What the file does not say is left to a person, and a leader's reason lets a fault pass")
    func persons() throws {
        var random = SeededGenerator(seed: 4)
        var plan = try CasePlan.clean(.general, &random)
        plan.charge = nil
        #expect(try sheet(plan).fatal.first { $0.item.number == 9 }?.isUndecided == true)
        plan.steps[plan.place("审查案件")].person = "p-first"
        let base = try CasePlan.review.get()
        let review = CaseReview(
            try plan.file(), powers: base.powers, violations: base.violations, instruments: base.instruments,
            principles: base.principles, calendar: base.calendar, on: plan.reviewed)
        let reason = ReviewAnswer(isFault: false, reason: "另有审查人", person: "boss", day: plan.reviewed, sequence: 1)
        let passed = try ScoreSheet(review, fatal: rules, points: points, overrides: [21: reason], forms: forms)
        #expect(passed.open.isEmpty)
        let said = ReviewAnswer(isFault: true, reason: "主体有误", person: "legal", day: plan.reviewed, sequence: 2)
        let answered = try ScoreSheet(
            review, fatal: rules, points: points, answers: [5: said], overrides: [21: reason], forms: forms)
        #expect(answered.open.map(\.item.number) == [5])
    }
}
