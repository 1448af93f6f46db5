import Monitoring
import Registry
import Standards

extension ReviewLogPage {
    /// Rows on one page of the list.
    private static let pageLength = 100

    /// Decisions about hours of a span of days.
    ///
    /// - Parameters:
    ///   - station: only this station; nil for all.
    ///   - page: from 1.
    init(from: CivilDate, to: CivilDate, station: String?, page: Int, in context: PageContext) throws {
        let reviews = try ReviewStore.reviews(
            from: Period.day(from).start, to: Period.day(to).end, station: station, in: context.connection)
        let stations = try RegistryStore.objects(.station, in: context.connection)
        let names = Dictionary(stations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let records = Set(reviews.map(\.sequence)).sorted(by: >)
        let pages = PageNumbers(page, of: records.count, length: Self.pageLength) { page in
            let base = SiteURL.reviews(from: from, to: to, station: station).path
            return page == 1 ? base : "\(base)&page=\(page)"
        }
        let shown = Set(records[pages.range])
        let visible = reviews.filter { shown.contains($0.sequence) }
        let decisions = Dictionary(reviews.map { ($0.sequence, $0.decision) }, uniquingKeysWith: { first, _ in first })
        let counts = HourReview.Decision.allCases.compactMap { decision -> String? in
            let count = decisions.values.count { $0 == decision }
            let isUsual = decision == .accepted || decision == .doubted
            return count > 0 || isUsual ? "\(HourReviewWords.name(decision)) \(count) 条" : nil
        }
        self.init(
            frame: PageFrame("审核记录", in: context, at: .reviews),
            spanText: from == to ? from.chinese : "\(from.chinese)至\(to.chinese)", action: SiteURL.reviews().path,
            fromISO: from.description, toISO: to.description,
            stations: [ReviewForm.Choice(value: "", label: "全部站点", isChosen: station == nil)]
                + stations.filter(StationOwnership.isReviewedHere).map {
                    ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == station)
                },
            countText: "共 \(records.count) 条：\(counts.joined(separator: "，"))",
            rows: ReviewRows.rows(
                visible, names: names, values: try Self.values(of: visible, in: context), in: context),
            csvHref: nil, pager: pages.pager, madeText: context.now.minuteText)
    }

    /// The values that were judged, as they stand: `station/start/item` → value with unit.
    private static func values(of reviews: [HourReview], in context: PageContext) throws -> [String: String] {
        var values: [String: String] = [:]
        let hours = Dictionary(grouping: reviews) { "\($0.station)/\($0.start.secondsSince1970)" }
        for (key, all) in hours {
            guard let first = all.first else { continue }
            let readings = ReadingStore.current(
                try ReadingStore.versions(of: first.station, at: first.start, seconds: 3_600, in: context.connection))
            for reading in readings {
                guard let item = AirItem(rawValue: reading.series.item) else { continue }
                values["\(key)/\(item.rawValue)"] = reading.value.map { "\($0.screenText) \(item.screenUnit)" } ?? "无值"
            }
        }
        return values
    }
}
