import Catalog
import Judging
import Monitoring
import Registry
import Standards

extension SectionPage.SampleRow {
    /// As many as show a day: automatic stations measure every four hours.
    private static let greatestCount = 6

    /// The last samples of a month, newest first; none for a section whose kind of water is not registered.
    static func rows(
        of section: RegisteredObject, month: CivilDate, in context: PageContext
    ) throws -> [SectionPage.SampleRow] {
        guard let kind = WaterBodyKind(rawValue: section.text("bodyKind")) else { return [] }
        let span = Period.month(of: month)
        let samples = try WaterSampleStore.samples(
            of: section.id, from: span.start, to: span.end, in: context.connection)
        let manual = try WaterSampleStore.manualSamples(
            of: section.id, from: span.start, to: span.end, in: context.connection)
        return try rows(samples, kind, isManual: false, of: section, in: context)
            + rows(manual, kind, isManual: true, of: section, in: context)
    }

    private static func rows(
        _ samples: [WaterSample], _ kind: WaterBodyKind, isManual: Bool, of section: RegisteredObject,
        in context: PageContext
    ) throws -> [SectionPage.SampleRow] {
        try samples.suffix(greatestCount).reversed().map { sample in
            let rules = try WaterExplanationRules(context.catalog, on: sample.start.beijingDate)
            let result = WaterClassExplanation(sample: sample.measurements, kind: kind, by: rules).result
            let names = result.decidingItems.map(rules.rule.standard.name(of:))
            return SectionPage.SampleRow(
                time: sample.start.shortMinuteText + (isManual ? "（手工）" : ""),
                className: result.waterClass?.roman ?? "—",
                tone: result.waterClass?.tone ?? "wnone", deciding: names.isEmpty ? "—" : names.joined(separator: "、"),
                // The explanation of a sample is about the four hours of a station; a month's has manual values too.
                explainHref: isManual
                    ? nil
                    : result.waterClass.map { _ in
                        SiteURL.explanation(ofSection: section.id, sampleAt: sample.start).path
                    })
        }
    }
}
