import Ledger
import Reporting
import Standards

/// A report made for one period.
struct ReportSheet {
    let definition: PaperDefinition
    let period: ReportPeriod
    let state: DataState
    let built: PaperBuilder.Built

    /// - Parameter listsReferences: as `PaperBuilder.build`: for files, not for pages.
    /// - Parameter hasher: that of the ledger, for a report that is to be sealed.
    /// - Throws: `ReportingError` when there is no such report.
    init(
        _ id: String, _ asked: ReportPeriod, listsReferences: Bool, sealingWith hasher: TreeHasher? = nil,
        in context: PageContext
    ) throws {
        definition = try context.services.papers.definition(id, on: asked.date)
        period = ReportPeriod(asked.date, of: definition)
        state =
            switch period.length {
            case .day: DataState(air: try AirDaySheet(period.date, in: context), in: context)
            case .month:
                try DataState(
                    water: period.date, sections: try WaterMonthSheet(period.date, in: context).sections, in: context)
            case .year: try DataState(airYear: period.date, in: context)
            }
        let moment = context.moment?.sequence
        var builder = PaperBuilder(
            definition, on: period.date,
            surroundings: PaperBuilder.Surroundings(
                bureau: context.bureauName, isDemo: context.isDemo, cutoff: context.cutoffText, state: state.review),
            engine: context.engine, in: context.connection, address: { SiteURL.figure($0, asOf: moment).path })
        built = try builder.build(listsReferences: listsReferences, sealingWith: hasher)
    }
}
