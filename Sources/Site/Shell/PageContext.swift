import Catalog
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage

/// One request's view of the store: all of a page is asked of the same state, each figure computed once.
final class PageContext {
    let services: SiteServices
    let connection: ReadConnection
    let engine: FigureEngine
    /// The present moment, or the past one that is shown.
    let now: Instant
    let assetVersion: String
    /// The bureau as registered; nil in an empty store.
    let bureau: RegisteredObject?
    /// Up to when data have come; nil when there are none.
    let cutoff: Instant?
    /// The kinds of sources, once they were asked for.
    var kinds: SourceKinds?
    /// Within which the visitor sees sources, once it was asked for.
    var range: SourceRange?

    init(_ services: SiteServices, in connection: ReadConnection, assetVersion: String) throws {
        self.services = services
        self.connection = connection
        self.assetVersion = assetVersion
        engine = try FigureEngine(services.figures, in: connection)
        now = services.clock()
        bureau = try RegistryStore.objects(.bureau, in: connection).first
        // A device may send a period before it is over.
        cutoff = try CutoffStore.cutoff(in: connection).map { min($0, services.clock()) }
    }

    var archive: Archive { services.archive }
    /// The past moment that is shown; nil for the present.
    var moment: PastMoment? { services.moment }
    /// The record of the ledger as of which the page is; nil for the present. Every link below carries it.
    var asOf: Int64? { moment?.sequence }
    var catalog: RuleCatalog { archive.catalog }
    var today: CivilDate { now.beijingDate }
    var yesterday: CivilDate { today.adding(days: -1) }

    /// The bureau's name; a plain word before it is registered.
    var bureauName: String { bureau?.name ?? "生态环境局" }
    var isDemo: Bool { bureau?.flag("isDemo") ?? false }

    /// `数据截至 2026-11-22 08:00`.
    var cutoffText: String {
        let text = cutoff.map { "数据截至 \($0.minuteText)" } ?? "尚无数据"
        return moment.map { "\(text)（台账第 \($0.sequence) 条记录时）" } ?? text
    }

    /// The number of hours of a day that have ended, 0 … 24.
    func dueHours(of date: CivilDate) -> Int {
        let hours = Instant(beijing: date).seconds(until: now) / 3_600
        return Int(min(24, max(0, hours)))
    }

    /// A figure as of now.
    func figure(_ id: String, on date: CivilDate, _ arguments: [String: String] = [:]) throws -> FigureValue {
        try engine.value(FigureRequest(id, on: date, arguments))
    }

    /// An object of a kind.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when none of that kind has the id.
    func object(_ id: String, _ kind: ObjectKind, called name: String) throws -> RegisteredObject {
        guard let object = try RegistryStore.object(id, in: connection), object.kind == kind else {
            throw SiteError(.unknownObject, subject: name, detail: id)
        }
        return object
    }
}
