import HJ212
import Storage

/// An hour of a device while packets are added to it: those that came in it, and what was said about it whenever that came.
struct HourAccount {
    var counts = PacketCounts()
    private var late: Int64 = 0
    private var least: Int64?
    private var greatest: Int64?
    private var versions: Int64 = 0
    /// A bit for each minute of the hour with realtime data.
    private var realtimeMinutes: Int64 = 0
    /// A bit for each minute of the hour that minute data are labelled with.
    private var minuteLabels: Int64 = 0
    private var hourData: Int64 = 0

    /// The start of the hour of an instant; both in seconds since 1970-01-01T00:00:00Z.
    static func start(of seconds: Int64) -> Int64 { seconds - seconds % 3_600 }

    /// A packet came in it.
    mutating func add(_ traits: PacketTraits, isDuplicate: Bool) {
        counts.add(
            traits.kind, isWrongTime: traits.isWrongTime, isDuplicate: isDuplicate, isResent: traits.isResent)
        versions |= traits.version.mark
        late = max(late, traits.lateSeconds ?? 0)
        guard !isDuplicate, let drift = traits.driftMilliseconds else { return }
        least = min(least ?? drift, drift)
        greatest = max(greatest ?? drift, drift)
    }

    /// Data about it arrived.
    mutating func arrived(_ kind: PacketClass, at seconds: Int64) {
        let bit = Int64(1) << (seconds % 3_600 / 60)
        switch kind {
        case .realtime: realtimeMinutes |= bit
        case .minute: minuteLabels |= bit
        case .hour: hourData += 1
        case .day, .other: break
        }
    }

    // MARK: Row

    static let columns =
        ["hour", "mn"] + PacketCounts.columns
        + ["late", "drift_least", "drift_greatest", "versions", "realtime_minutes", "minute_labels", "hour_data"]

    static let definition =
        """
        (hour INTEGER NOT NULL, mn TEXT NOT NULL, \(PacketCounts.definition), late INTEGER NOT NULL,
        drift_least INTEGER, drift_greatest INTEGER, versions INTEGER NOT NULL, realtime_minutes INTEGER NOT NULL,
        minute_labels INTEGER NOT NULL, hour_data INTEGER NOT NULL, PRIMARY KEY (hour, mn)) STRICT, WITHOUT ROWID
        """

    /// How a row that is there already takes in another of the same hour. A bare name would be ambiguous on PostgreSQL.
    static let merging: String = {
        let sums = (PacketCounts.columns + ["hour_data"]).map { "\($0) = device_hour.\($0) + excluded.\($0)" }
        let marks = ["versions", "realtime_minutes", "minute_labels"].map {
            "\($0) = device_hour.\($0) | excluded.\($0)"
        }
        let drifts = [("drift_least", "min"), ("drift_greatest", "max")].map { column, function in
            let (here, there) = ("device_hour.\(column)", "excluded.\(column)")
            return "\(column) = \(function)(coalesce(\(here), \(there)), coalesce(\(there), \(here)))"
        }
        return "(hour, mn) DO UPDATE SET "
            + (sums + marks + ["late = max(device_hour.late, excluded.late)"] + drifts).joined(separator: ", ")
    }()

    func values(hour: Int64, mn: String) -> [SQLValue] {
        [.integer(hour), .text(mn)] + counts.values
            + [
                .integer(late), least.map { .integer($0) } ?? .null, greatest.map { .integer($0) } ?? .null,
                .integer(versions), .integer(realtimeMinutes), .integer(minuteLabels), .integer(hourData),
            ]
    }
}
