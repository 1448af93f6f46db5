import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage

/// Puts the made-up district on record and brings its history in, through the same doors that a bureau uses.
struct DemoSetup: Sendable {
    /// What is missing between the store and the present.
    struct Stretch: Sendable {
        let history: DemoHistory
        /// The part that comes as files; nil when the devices can deliver all that is missing.
        let files: (start: Instant, end: Instant)?
        /// From here on the devices deliver.
        let answeredThrough: Instant
    }

    let plan: DistrictPlan
    let outlines: TownMap
    let book: RecordBook
    let actor = Actor(
        id: "demo",
        permissions: [RegistryActions.edit, ImportActions.importFiles, SectionActions.note])

    /// Registers the district in an empty store and finds out what history is missing.
    func prepare(now: Instant, progress: (String) -> Void) async throws -> Stretch {
        let timeline = DemoTimeline(now: now)
        let history = DemoHistory(plan: plan, today: timeline.today)
        let known = try await book.database.read { connection in
            (
                isRegistered: try RegistryStore.object("bureau", in: connection) != nil,
                last: try ReadingStore.lastStart(seconds: 3_600, in: connection)
            )
        }
        if !known.isRegistered {
            progress(
                "登记演示区：\(plan.airStations.count) 个空气站、\(plan.waterSections.count) 个断面、"
                    + "\(plan.noisePoints.count) 个噪声点、\(plan.enterprises.count) 家企业")
            try await book.record(try registrations() + dryNotes(history))
        }
        let end = known.last?.adding(seconds: 3_600) ?? timeline.historyStart
        guard end < timeline.historyEnd else {
            return Stretch(history: history, files: nil, answeredThrough: end)
        }
        return Stretch(
            history: history, files: (end, timeline.historyEnd), answeredThrough: timeline.answeredThrough)
    }

    /// Imports the files of a stretch.
    func importHistory(_ stretch: Stretch, progress: (String) -> Void) async throws {
        guard let files = stretch.files else { return }
        let history = stretch.history
        for (format, name, chunks) in [
            (FileFormat.air, "演示空气站历史小时值.csv", Array(history.airCSV(from: files.start, to: files.end))),
            (.water, "演示断面历史测值.csv", Array(history.waterCSV(from: files.start, to: files.end))),
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
