package import Standards
package import Storage

/// The tasks of a plan, with how far each has come at a moment.
package enum ManualTaskStore {
    /// By stretch of the year, then in the order of the plan.
    ///
    /// - Complexity: O(n) in tasks, sheets and results of the plan.
    package static func tasks(
        of plan: ManualPlan, rules: ManualRules, at now: Instant, in connection: ReadConnection
    ) throws -> [ManualTask] {
        let progress = try Progress(plan, rules: rules, in: connection)
        var tasks: [ManualTask] = []
        for line in plan.lines {
            guard let frequency = rules.frequency(line.frequency) else { continue }
            for window in frequency.windows(of: plan.year) {
                let id = ManualTaskID(
                    plan: plan.id, object: line.object, frequency: line.frequency, window: window.lowerBound)
                tasks.append(progress.task(id, line, window, at: now))
            }
        }
        return tasks.enumerated().sorted {
            ($0.element.window.lowerBound, $0.offset) < ($1.element.window.lowerBound, $1.offset)
        }.map(\.element)
    }

    /// One task; nil where the plan has none such.
    package static func task(
        _ id: ManualTaskID, of plan: ManualPlan, rules: ManualRules, at now: Instant, in connection: ReadConnection
    ) throws -> ManualTask? {
        guard let line = plan.line(id.object, id.frequency),
            let window = rules.frequency(id.frequency)?.window(startingOn: id.window, year: plan.year)
        else { return nil }
        return try Progress(plan, rules: rules, in: connection).task(id, line, window, at: now)
    }

    /// What is on record of a plan.
    private struct Progress {
        private struct Result {
            let isIssued: Bool
            let arrived: CivilDate
        }

        private let plan: ManualPlan
        private let onSite: Set<String>
        private let sheets: [ManualTaskID: ManualSheet]
        private let entered: Set<String>
        private let excuses: [ManualTaskID: ManualPlanStore.Excuse]
        /// By number of the sample and item.
        private let results: [String: [String: Result]]

        init(_ plan: ManualPlan, rules: ManualRules, in connection: ReadConnection) throws {
            self.plan = plan
            onSite = Set(rules.form(plan.form)?.onSite ?? [])
            let all = try ManualSheetStore.sheets(of: plan.id, in: connection)
            sheets = Dictionary(all.map { ($0.task, $0) }, uniquingKeysWith: { _, last in last })
            entered = try ManualSheetStore.entered(of: plan.id, in: connection)
            excuses = try ManualPlanStore.excuses(of: plan.id, in: connection)
            let reports = Dictionary(
                try LaboratoryStore.reports(of: plan.id, in: connection).map { ($0.id, $0) },
                uniquingKeysWith: { _, last in last })
            var results: [String: [String: Result]] = [:]
            for (id, row) in try LaboratoryStore.standing(of: plan.id, in: connection) where row.kind == .sample {
                guard let report = reports[id] else { continue }
                let isIssued = report.state == .issued || results[row.sample]?[row.item]?.isIssued == true
                let arrived = Instant(milliseconds: report.recordedMilliseconds).beijingDate
                let before = results[row.sample]?[row.item]?.arrived ?? arrived
                results[row.sample, default: [:]][row.item] = Result(
                    isIssued: isIssued, arrived: min(before, arrived))
            }
            self.results = results
        }

        func task(
            _ id: ManualTaskID, _ line: ManualPlan.Line, _ window: ClosedRange<CivilDate>, at now: Instant
        ) -> ManualTask {
            let today = now.beijingDate
            guard let sheet = sheets[id] else {
                let excuse = excuses[id]?.reason
                let state: ManualTask.State =
                    excuse != nil
                    ? .excused : today < window.lowerBound ? .ahead : today > window.upperBound ? .overdue : .due
                return ManualTask(
                    id: id, window: window, items: line.items, state: state, sheet: nil, missing: line.items,
                    reportDue: nil, deliveredOn: nil, excuse: excuse)
            }
            let brought = results[sheet.bottles.sample] ?? [:]
            let laboratory = line.items.filter { !onSite.contains($0) }
            let missing = line.items.filter { onSite.contains($0) ? sheet.values[$0] == nil : brought[$0] == nil }
            let due = laboratory.isEmpty ? nil : sheet.sampled.beijingDate.adding(days: plan.contractor.reportDays)
            let isIssued =
                laboratory.allSatisfy { brought[$0]?.isIssued == true }
                && (!line.items.contains(where: onSite.contains) || entered.contains(sheet.id))
            let state: ManualTask.State =
                missing.isEmpty
                ? (isIssued ? .done : .reviewing) : due.map { today > $0 } ?? false ? .reportOverdue : .sampled
            let arrived = laboratory.compactMap { brought[$0]?.arrived }.max()
            return ManualTask(
                id: id, window: window, items: line.items, state: state, sheet: sheet, missing: missing,
                reportDue: due, deliveredOn: missing.isEmpty ? arrived : nil, excuse: nil)
        }
    }
}
