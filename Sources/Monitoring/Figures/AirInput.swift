import Records
import Standards

/// An input of a figure about the air, as its id names it.
struct AirInput {
    /// What kind of value it is.
    enum Kind: Equatable {
        case dayIndex
        case dayItemIndex(AirItem)
        case dayValue(AirItem)
        /// A day value of the district without the stations that an approved event took out.
        case assessedValue(AirItem)
        case hour(AirItem, start: Instant)
    }

    let id: InputID
    let kind: Kind
    let place: AirPlace
    /// The day to which it belongs.
    let date: CivilDate

    /// - Returns: nil for an id of another kind, and for one that names no item or day.
    init?(_ id: InputID) {
        let parts = id.rawValue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3 else { return nil }
        let isIndex = parts[0] == "air-aqi"
        guard parts.count == (isIndex ? 3 : 4) else { return nil }
        self.id = id
        place = AirPlace(id: parts[1])
        if parts[0] == "air-hour" {
            guard let item = AirItem(rawValue: parts[2]), let seconds = Int64(parts[3]) else { return nil }
            let start = Instant(secondsSince1970: seconds)
            kind = .hour(item, start: start)
            date = start.beijingDate
            return
        }
        guard let date = CivilDate(parts[parts.count - 1]) else { return nil }
        self.date = date
        if isIndex {
            kind = .dayIndex
            return
        }
        guard let item = AirItem(rawValue: parts[2]) else { return nil }
        switch parts[0] {
        case "air-iaqi": kind = .dayItemIndex(item)
        case "air-day": kind = .dayValue(item)
        case "air-assessed": kind = .assessedValue(item)
        default: return nil
        }
    }
}
