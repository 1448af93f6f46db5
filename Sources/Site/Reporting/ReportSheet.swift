import Catalog
import Ledger
import Registry
import Reporting
import Standards

/// A report made for one period.
struct ReportSheet {
    let definition: PaperDefinition
    let period: ReportPeriod
    let state: DataState
    let built: PaperBuilder.Built

    /// - Parameter listsReferences: as `PaperBuilder.build`: for files, not for pages.
    /// - Parameter seal: the hashing of the ledger, the address under which readers reach the pages (nil for none), and the
    ///   fingerprint of the key that signs (nil before there is one), for a report that is to be sealed.
    /// - Parameter contents: what people wrote in the draft that is sealed; nil for a document that goes no way.
    /// - Throws: `ReportingError` when there is no such report.
    init(
        _ id: String, _ asked: ReportPeriod, listsReferences: Bool, contents: PaperContents? = nil,
        sealing seal: (hasher: TreeHasher, site: String?, fingerprint: String?)? = nil, in context: PageContext
    ) throws {
        definition = try context.services.papers.definition(id, on: asked.date)
        if let waits = definition.waits {
            throw ReportingError(.notEnabled, subject: definition.header.title, detail: waits)
        }
        period = ReportPeriod(asked.date, of: definition, about: asked.object)
        let subject = try Self.subject(of: definition, asked.object, in: context)
        state =
            switch (definition.data, period.length) {
            case (.air, .day): DataState(air: try AirDaySheet(period.date, in: context), in: context)
            case (.air, _): try DataState(airUntil: period.date, in: context)
            case (.water, _):
                try DataState(
                    water: period.date.firstOfMonth,
                    sections: try WaterMonthSheet(period.date.firstOfMonth, in: context).sections, in: context)
            case (.outlet, _): DataState(outletIn: context)
            case (.casework, _): try DataState(caseworkOn: period.date, in: context)
            }
        // Without a draft in hand a page shows the latest one, as it was then.
        let contents = try contents ?? Self.contents(id, period.address, in: context)
        // What is sealed leads to the values that it prints, whatever they become.
        let moment = seal == nil ? context.asOf : context.engine.asOf
        var builder = PaperBuilder(
            definition, on: period.date, about: subject.map { PaperBuilder.Subject(id: $0.id, name: $0.name) },
            surroundings: PaperBuilder.Surroundings(
                bureau: context.bureauName, isDemo: context.isDemo, cutoff: state.cutoff, state: state.review,
                contents: contents),
            engine: context.engine, in: context.connection, address: { SiteURL.figure($0).asOf(moment).path })
        let view = SiteURL.publicDocument(id, period.address, asOf: context.engine.asOf)
        built = try builder.build(
            listsReferences: listsReferences,
            sealing: seal.map { seal in
                PaperSealing(
                    hasher: seal.hasher, address: { SiteURL.claim($0).path },
                    code: { claims in
                        seal.site.map { SiteAddress.joined($0, view) }
                            ?? "QINGHENG \(view.path) root=\(claims.tree.root.base64)"
                    }, fingerprint: seal.fingerprint)
            })
    }

    /// What people wrote into the latest draft of a period; nil where there is none.
    private static func contents(_ id: String, _ period: String, in context: PageContext) throws -> PaperContents? {
        let rows = try DraftStore.drafts(of: id, period: period, limit: 1, in: context.connection)
        guard let row = rows.first, let draft = try DraftStore.draft(row.id, in: context.connection) else { return nil }
        return try DraftNames.contents(of: draft, in: context.connection)
    }

    /// The object that a document is about.
    ///
    /// - Throws: `SiteError` where a document needs one and none is named, or the other way round, or there is none of that name.
    private static func subject(
        of definition: PaperDefinition, _ object: String?, in context: PageContext
    ) throws -> RegisteredObject? {
        guard let kind = definition.about.flatMap(ObjectKind.init(rawValue:)) else {
            if let object { throw SiteError(.badParameter, subject: "时段", detail: object) }
            return nil
        }
        guard let object else { throw SiteError(.badParameter, subject: "对象", detail: definition.header.title) }
        return try context.object(object, kind, called: "对象")
    }
}
