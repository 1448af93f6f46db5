import Documents
import Standards

/// One row of hours as it was read: a moment, a point, its zone and levels.
struct NoiseHourRow {
    let end: Instant
    let station: String
    let zone: NoiseZone
    let level: ExactDecimal?
    let maximum: ExactDecimal?

    /// Levels of one hour from small to large: one that is named before another cannot be above it.
    private static let order = ["l90", "l50", "l10", "lmax"]

    /// Reads a row, or gives every reason why it cannot be used.
    static func read(_ row: CSVRow, _ header: TableHeader) -> Result<NoiseHourRow, NoiseLevelField.Refusal> {
        var reasons: [String] = []
        let time = row[header.places[0]].string
        var end: Instant?
        switch row.withUTF8(header.places[0], TimeField.read) {
        case .unreadable: reasons.append(RowFault.unreadableTime(time).message)
        case .withoutOffset: reasons.append(RowFault.timeWithoutOffset(time).message)
        case .moment(let moment):
            end = moment
            if moment.secondsSince1970 % 3_600 != 0 { reasons.append(NoiseRowFault.notOnTheHour(time).message) }
        }
        let zoneText = row[header.places[2]].string
        let zone = NoiseZone(rawValue: zoneText)
        if zone == nil {
            let known = NoiseZone.allCases.filter { $0 != .four }
            reasons.append(NoiseRowFault.unknownZone(zoneText, known: known).message)
        }
        var levels: [String: ExactDecimal] = [:]
        let columns =
            [("leq", header.places[3])] + order.compactMap { name in header.optional[name].map { (name, $0) } }
        for (name, place) in columns {
            switch NoiseLevelField.read(row[place].string, column: name) {
            case .success(let level): levels[name] = level
            case .failure(let refusal): reasons.append(refusal.reason)
            }
        }
        reasons += disorder(levels)
        guard reasons.isEmpty, let end, let zone else { return .failure(.init(reasons.joined(separator: ";"))) }
        return .success(
            NoiseHourRow(
                end: end, station: row[header.places[1]].string, zone: zone, level: levels["leq"],
                maximum: levels["lmax"]))
    }

    private static func disorder(_ levels: [String: ExactDecimal]) -> [String] {
        let present = order.compactMap { name in levels[name].map { (name, $0) } }
        var pairs = Array(zip(present, present.dropFirst()))
        if let level = levels["leq"], let maximum = levels["lmax"] { pairs.append((("leq", level), ("lmax", maximum))) }
        return pairs.filter { $0.0.1 > $0.1.1 }.map { smaller, larger in
            NoiseRowFault.disorder(smaller: smaller.0, larger: larger.0).message
        }
    }
}
