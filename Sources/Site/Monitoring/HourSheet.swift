import Monitoring
import Registry
import Standards
import Storage

/// What the page of one hour is made of.
struct HourSheet {
    let place: HourPlace
    let station: RegisteredObject
    let air: AirDaySheet
    let words: AirHourWords
    let reviews: [HourReview]
    let questions: [AirFinding]
    /// Every arrival of the hour, newest first.
    let versions: [Reading]
    /// Which of them count as 已验收.
    let acceptance: Acceptance

    init(_ place: HourPlace, in context: PageContext) throws {
        self.place = place
        station = try context.object(place.station, .station, called: "站点")
        air = try StationSheet.sheet(of: station, on: place.date, in: context)
        words = AirHourWords(place.hour, of: station, on: air)
        reviews = air.reviews(of: station.id, hour: place.hour)
        questions = air.questions(of: station.id, hour: place.hour)
        acceptance = try Acceptance(of: [station.id], in: context.connection)
        let arrivals = try ReadingStore.versions(
            of: station.id, at: place.start, seconds: 3_600, in: context.connection
        ).filter { AirItem(rawValue: $0.series.item) != nil }
        versions = arrivals.reversed().enumerated().sorted { left, right in
            (right.element.arrivedMilliseconds, Self.order(left.element), left.offset)
                < (left.element.arrivedMilliseconds, Self.order(right.element), right.offset)
        }.map(\.element)
    }

    private static func order(_ reading: Reading) -> Int { AirItem(rawValue: reading.series.item)?.ordinal ?? 9 }

    var hour: AirStationHour { words.hour }

    /// The mark of one item.
    func mark(of item: AirItem) -> HourMark? { StationPage.HourRow.mark(of: item, value(of: item), questions) }

    /// One item with its review.
    func value(of item: AirItem) -> ReviewedValue { air.value(of: station.id, hour: place.hour, item) }

    /// Why there is no form; nil where the hour may be reviewed.
    var reviewRefusal: String? {
        if let refusal = air.reviewRefusal(of: station) { return refusal }
        return hour.hasMessage ? nil : "这一小时没有收到数据，无可审核。"
    }

    /// The next hour of the day that waits for review; nil for none.
    var nextQuery: Int? {
        let order = Array(place.hour + 1..<25) + Array(1..<place.hour)
        return order.first { air.mark(of: station, hour: $0) == .query }
    }
}
