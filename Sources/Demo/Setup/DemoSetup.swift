import Ledger
import Monitoring
package import Records
import Registry
package import Standards
import Storage

/// Puts the made-up district on record and brings its history in, through the same doors that a bureau uses.
package struct DemoSetup: Sendable {
    let plan: DistrictPlan
    let outlines: TownMap
    private let book: RecordBook
    let actor = Actor(
        id: "demo",
        permissions: [RegistryActions.edit, ImportActions.importFiles, SectionActions.note])

    package init(plan: DistrictPlan, outlines: TownMap, book: RecordBook) {
        self.plan = plan
        self.outlines = outlines
        self.book = book
    }

    /// Prepares an empty store, or brings one up to date that was left alone for some days.
    ///
    /// - Parameter progress: told in words what is being done.
    /// - Returns: the moment up to which the history is there; devices deliver what follows.
    package func prepare(now: Instant, progress: (String) -> Void) async throws -> Instant {
        let timeline = DemoTimeline(now: now)
        let history = DemoHistory(plan: plan, today: timeline.today)
        let isRegistered = try await book.database.read { connection in
            try RegistryStore.object("bureau", in: connection) != nil
        }
        if !isRegistered {
            progress("登记演示区：\(plan.airStations.count) 个空气站、\(plan.waterSections.count) 个断面、\(plan.noisePoints.count) 个噪声点、\(plan.enterprises.count) 家企业")
            try await book.record(try registrations() + dryNotes(history))
            try await importHistory(history, from: timeline.historyStart, to: timeline.historyEnd, progress: progress)
            return timeline.answeredThrough
        }
        let known = try await book.database.read { connection in
            try ReadingStore.lastStart(seconds: 3_600, in: connection)
        }
        guard let known else { return timeline.answeredThrough }
        let end = known.adding(seconds: 3_600)
        guard end < timeline.historyEnd else { return end }
        try await importHistory(history, from: end, to: timeline.historyEnd, progress: progress)
        return timeline.answeredThrough
    }

    private func importHistory(
        _ history: DemoHistory, from start: Instant, to end: Instant, progress: (String) -> Void
    ) async throws {
        for (format, name, chunks) in [
            (FileFormat.air, "演示空气站历史小时值.csv", Array(history.airCSV(from: start, to: end))),
            (.water, "演示断面历史测值.csv", Array(history.waterCSV(from: start, to: end))),
        ] {
            let outcome = try await FileImport.run(
                Array(chunks.joined()), fileName: name, format: format, defaultYear: nil, by: actor, into: book
            ) { _ in }
            progress("导入\(name)：\(outcome.rows) 行，\(outcome.readings) 个测值")
        }
    }

    private func dryNotes(_ history: DemoHistory) -> [Action] {
        let months = [history.dryPeriodStart.beijingDate.firstOfMonth, history.today.firstOfMonth]
        return plan.waterSections.filter(\.driesUp).flatMap { section in
            months.map { month in
                SectionActions.noteDry(section.id, month: month, note: "河道断流，未监测", by: actor)
            }
        }
    }
}
