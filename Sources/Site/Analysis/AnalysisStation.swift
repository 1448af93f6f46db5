import Catalog
import Monitoring
import Registry
import Standards

/// The station, item and days that a page of air analysis is about, with the form to choose others.
struct AnalysisStation {
    let station: RegisteredObject
    let item: AirItem
    let from: CivilDate
    let to: CivilDate
    let rule: AnalysisRule
    private let all: [RegisteredObject]

    /// Nil where no station is registered that may be shown.
    ///
    /// - Parameters:
    ///   - days: how far one looks back where nothing is asked for.
    ///   - measuring: an item that a station must have a series of; nil for any.
    /// - Throws: `SiteError` with `.unknownObject` for a station that is none.
    init?(_ query: AnalysisQuery, days: Int, measuring: String? = nil, in context: PageContext) throws {
        var all = try RegistryStore.objects(.station, in: context.connection)
        if let id = query.station, !all.contains(where: { $0.id == id }) {
            throw SiteError(.unknownObject, subject: "站点", detail: id)
        }
        if let measuring {
            let having = Set(try AnalysisHourStore.objects(measuring: measuring, in: context.connection))
            all = all.filter { having.contains($0.id) }
        }
        // A national file brings in thousands of stations; the bureau's own come first.
        all.sort { (!$0.flag("isEvaluated") ? 1 : 0, $0.id) < (!$1.flag("isEvaluated") ? 1 : 0, $1.id) }
        guard let station = query.station.map({ id in all.first { $0.id == id } }) ?? all.first else { return nil }
        self.all = all
        self.station = station
        item = query.item
        to = query.to ?? context.yesterday
        from = query.from ?? to.adding(days: 1 - days)
        rule = try AnalysisRule(context.catalog, on: to)
    }

    /// From the start of the first day to the end of the last one, or to now.
    func span(in context: PageContext) -> Range<Instant> {
        let start = Instant(beijing: from)
        return start..<max(start, min(Instant(beijing: to.adding(days: 1)), context.now))
    }

    /// The valid hours of an item over the span.
    func hours(_ item: String, in context: PageContext) throws -> [AnalysisHour] {
        let span = span(in: context)
        return try AnalysisHourStore.hours(
            of: station.id, item: item, from: span.lowerBound, to: span.upperBound, in: context.connection)
    }

    var sub: String { "\(station.name)　\(item.screenName)　\(from.shortText) 至 \(to.shortText)" }

    /// The form.
    var fields: [AnalysisPage.Field] {
        [
            AnalysisPage.Field(
                name: "station", label: "站点",
                choices: all.prefix(Self.greatestChoices).map {
                    ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == station.id)
                }, type: nil, value: station.id), Self.itemField(item), Self.date("from", "从", from),
            Self.date("to", "到", to),
        ]
    }

    /// The address of the same again.
    var query: [(String, String?)] {
        [
            ("station", station.id), ("item", item.rawValue), ("from", from.description), ("to", to.description),
        ]
    }

    /// More stations than a reader chooses from.
    private static let greatestChoices = 300

    static func itemField(_ item: AirItem) -> AnalysisPage.Field {
        AnalysisPage.Field(
            name: "item", label: "污染物",
            choices: AirItem.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: $0.screenName, isChosen: $0 == item)
            }, type: nil, value: item.rawValue)
    }

    static func date(_ name: String, _ label: String, _ date: CivilDate) -> AnalysisPage.Field {
        AnalysisPage.Field(name: name, label: label, choices: [], type: "date", value: date.description)
    }

    /// Decimals of printed means.
    static func decimals(of item: AirItem) -> Int { item == .co ? 2 : 1 }

    /// The share of hours with a valid value, in words.
    func completeness(_ count: Int, in context: PageContext) -> LabelledText {
        let span = span(in: context)
        let expected = Int(span.lowerBound.seconds(until: span.upperBound) / 3_600)
        let rate = Rational.percentage(count, of: expected) ?? "—"
        return LabelledText(label: "有效小时", value: "\(count)/\(expected)（\(rate)）", href: nil)
    }

    /// What the page goes by.
    var ruleFact: LabelledText {
        LabelledText(label: "分析约定", value: rule.header.title, href: SiteURL.rule(rule.header.id).path)
    }
}
