import Standards
import Storage

/// What the rows of a report are held against: the bottles of the plan, what was reported before, the items of each point.
struct LaboratoryContext {
    /// What a report may say once.
    struct Place: Hashable {
        let sample: String
        let item: String
        let kind: LaboratoryRow.Kind
        /// Tells several blanks of a laboratory apart, and several duplicates.
        let line: Int
    }

    private struct Bottle {
        let kind: LaboratoryRow.Kind
        let sheet: ManualSheet
    }

    private let bottles: [String: Bottle]
    private let plan: ManualPlan
    private let rules: ManualRules
    private let onSite: Set<String>
    private let reported: Set<Place>
    private let date: CivilDate

    /// - Parameters:
    ///   - corrects: the report whose rows may be said again.
    ///   - date: the day of the report.
    init(
        _ plan: ManualPlan, corrects: LaboratoryReport?, reported date: CivilDate, rules: ManualRules,
        in connection: ReadConnection
    ) throws {
        self.plan = plan
        self.rules = rules
        self.date = date
        onSite = Set(rules.form(plan.form)?.onSite ?? [])
        var bottles: [String: Bottle] = [:]
        for sheet in try ManualSheetStore.sheets(of: plan.id, in: connection) {
            bottles[sheet.bottles.sample] = Bottle(kind: .sample, sheet: sheet)
            bottles[sheet.bottles.parallel] = Bottle(kind: .parallel, sheet: sheet)
            bottles[sheet.bottles.blank] = Bottle(kind: .fieldBlank, sheet: sheet)
        }
        bottles[""] = nil
        self.bottles = bottles
        reported = Set(
            try LaboratoryStore.standing(of: plan.id, in: connection).filter { $0.report != corrects?.id }.map {
                Self.place($0.row)
            })
    }

    private static func place(_ row: LaboratoryRow) -> Place {
        let isRepeatable = row.kind == .duplicate || row.kind == .blank
        return Place(sample: row.sample, item: row.item, kind: row.kind, line: isRepeatable ? row.line : 0)
    }

    /// The kind of row that a bottle gives by itself; nil for a number of no bottle.
    func kind(ofBottle number: String) -> LaboratoryRow.Kind? { bottles[number]?.kind }

    /// Why a row cannot be taken in; nil where it can, which is noted.
    func refusal(of row: LaboratoryRow, after seen: inout Set<Place>) -> LaboratoryRowRefusal? {
        func refuse(_ code: LaboratoryRowRefusal.Code, _ text: String) -> LaboratoryRowRefusal {
            LaboratoryRowRefusal(line: row.line, code: code, text: text)
        }
        let title = rules.item(row.item)?.title ?? row.item
        if onSite.contains(row.item) { return refuse(.onSite, title) }
        if row.kind != .blank {
            guard let bottle = bottles[row.sample] else { return refuse(.unknownSample, row.sample) }
            let isItsKind = row.kind == bottle.kind || row.kind == .duplicate && bottle.kind != .fieldBlank
            guard isItsKind else {
                return refuse(.otherKind, "\(row.sample) 是\(bottle.kind.title)，表中写作\(row.kind.title)")
            }
            let task = bottle.sheet.task
            guard plan.line(task.object, task.frequency)?.items.contains(row.item) == true else {
                return refuse(.notPlanned, title)
            }
            guard bottle.sheet.sampled.beijingDate <= date else { return refuse(.early, row.sample) }
        }
        let isWhole = !row.isBelowDetection || ManualValue.hasDetectionLimit(row.item)
        guard isWhole, ManualValue.isPossible(row.value, item: row.item) else { return refuse(.impossible, row.text) }
        let place = Self.place(row)
        guard seen.insert(place).inserted else { return refuse(.twice, "\(row.sample) \(title)") }
        let isRepeatable = row.kind == .duplicate || row.kind == .blank
        guard isRepeatable || !reported.contains(place) else { return refuse(.reported, "\(row.sample) \(title)") }
        return nil
    }
}
