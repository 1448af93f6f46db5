import Monitoring
import Standards

/// How a value is named in the form of the matrix: `pm25@7@905|N@12@A1`: item, hour 1 … 24, what the page showed, the record of
/// the decision that stands there or nothing, station.
struct ReviewCellName: Hashable {
    let station: String
    let item: AirItem
    /// 1 … 24.
    let hour: Int
    /// As `JudgedValue` writes it.
    let judged: String
    /// The record of the decision that stands; nil for none.
    let standing: Int64?

    init(_ value: ReviewedValue, station: String, item: AirItem, hour: Int) {
        self.station = station
        self.item = item
        self.hour = hour
        judged = JudgedValue.text(value.raw)
        standing = value.standing?.sequence
    }

    /// - Returns: nil for a text that names no value.
    init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let item = AirItem(rawValue: parts[0]), let hour = Int(parts[1]),
            (1...24).contains(hour), !parts[4].isEmpty
        else { return nil }
        self.item = item
        self.hour = hour
        judged = parts[2]
        standing = Int64(parts[3])
        station = parts[4]
    }

    var text: String { "\(item.rawValue)@\(hour)@\(judged)@\(standing.map(String.init) ?? "")@\(station)" }

    /// The place alone, whatever stands there: for the address that leads back to it.
    var place: String { Self.place(item, hour, station) }

    static func place(_ item: AirItem, _ hour: Int, _ station: String) -> String {
        "\(item.rawValue)@\(hour)@\(station)"
    }

    /// - Parameter decision: an undoing names the record that stands.
    func cell(on date: CivilDate, for decision: HourReview.Decision) -> ReviewCell {
        ReviewCell(
            start: Instant(beijing: date, hour: hour - 1), item: item.rawValue, judged: judged,
            undoes: decision == .undone ? standing : nil)
    }
}
