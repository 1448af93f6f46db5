import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// Finds what a device should have sent and did not, and what of that is asked for next.
///
/// Bounded on all sides, because devices choke on requests and have no data for the time they were off: one kind at a
/// time, the newest first, few a day, longer and longer pauses after refusals, and nothing again that a device said it has
/// not.
struct GapFinder {
    /// What is looked for, in the order of its worth.
    struct Kind {
        let name: CommandName
        let history: Message.History
        let title: String
        /// How far back is looked, in seconds.
        let window: Int64
        /// How long after its end a period may come by itself, in seconds.
        let grace: Int64
        /// Whether a device that sends no such data at all is asked for it.
        let isOwed: Bool
    }

    static let kinds = [
        Kind(
            name: .historyHours, history: .hours, title: "小时数据", window: 3 * 86_400, grace: 7_200, isOwed: true),
        Kind(
            name: .historyDays, history: .days, title: "日数据", window: 10 * 86_400, grace: 43_200, isOwed: false),
        Kind(
            name: .historyMinutes, history: .minutes, title: "分钟数据", window: 86_400, grace: 7_200, isOwed: false),
    ]
    /// Requests of our own to one device in a day.
    static let greatestDayCount = 24
    /// Requests at one go.
    static let greatestCount = 4
    /// How often one period is asked for.
    static let greatestAskCount = 2
    /// After a failure, doubled with each further one up to a day; in milliseconds.
    static let firstPause: Int64 = 3_600_000

    let mn: String
    /// The id of the object that it watches.
    let object: String
    let profile: DeviceProfile
    /// The present moment, in milliseconds since 1970-01-01T00:00:00Z.
    let now: Int64
    /// From when on it watches its object, in seconds since then.
    let since: Int64
    /// What it was asked for by itself in the last ten days, the newest first.
    let earlier: [DeviceCommand]

    /// Nil for a device that is not bound.
    init?(_ mn: String, profile: DeviceProfile, now: Int64, in connection: ReadConnection) throws {
        let bindings = try RegistryStore.bindings(of: mn, in: connection)
        guard let last = bindings.last else { return nil }
        let run = bindings.reversed().prefix { $0.object == last.object }
        self.init(
            mn, object: last.object, settings: last.settings, profile: profile, now: now,
            since: (run.last ?? last).sinceMilliseconds / 1_000,
            earlier: try CommandStore.commands(
                of: mn, origin: .gap, since: now - 10 * 86_400_000, in: connection))
    }

    init(
        _ mn: String, object: String, settings: DeviceSettings, profile: DeviceProfile, now: Int64, since: Int64,
        earlier: [DeviceCommand]
    ) {
        self.mn = mn
        self.object = object
        var profile = profile
        profile.hourInterval = max(1, settings.hourSeconds / 3_600)
        profile.minuteInterval = max(1, settings.minuteSeconds / 60)
        self.profile = profile
        self.now = now
        self.since = since
        self.earlier = earlier
    }

    /// What is asked for now; none when nothing is missing or it is not yet time.
    func requests(in connection: ReadConnection) throws -> [CommandRequest] {
        guard mayAsk else { return [] }
        for kind in Self.kinds
        where CommandNumber(rawValue: kind.history.rawValue).isKnown(in: profile.dialect, as: .request) {
            guard let expected = expected(kind) else { continue }
            let seconds = Int(step(kind))
            let readings = try ReadingStore.readings(
                from: Instant(secondsSince1970: expected.lowerBound.unixSeconds),
                to: Instant(secondsSince1970: expected.upperBound.unixSeconds + 1), seconds: seconds,
                object: object, in: connection)
            let present = Set(readings.compactMap { DataTime(unixSeconds: $0.start.secondsSince1970) })
            let found = requests(kind, expected: expected, present: present)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Whether the device may be asked at all now.
    var mayAsk: Bool {
        if earlier.contains(where: { $0.endedMilliseconds == nil && $0.stage != .withdrawn }) { return false }
        let today = earlier.count { $0.requestedMilliseconds > now - 86_400_000 }
        guard today < Self.greatestDayCount else { return false }
        let failures = earlier.prefix { command in
            command.outcome.map { !$0.isSuccess && !$0.isNoData } ?? false
        }
        guard let last = failures.first?.endedMilliseconds else { return true }
        let pause = min(86_400_000, Self.firstPause << Int64(min(failures.count - 1, 5)))
        return now >= last + pause
    }

    /// The periods that should be there: from the first that began after the device was bound to the last that is due.
    func expected(_ kind: Kind) -> ClosedRange<DataTime>? {
        let step = step(kind)
        let offset = Int64(Instant.beijingOffsetSeconds)
        let lowest = max(since, now / 1_000 - kind.window)
        let first = (lowest + offset + step - 1) / step * step - offset
        let last = (now / 1_000 - kind.grace - step + offset) / step * step - offset
        guard first <= last, let from = DataTime(unixSeconds: first), let through = DataTime(unixSeconds: last) else {
            return nil
        }
        return from...through
    }

    /// What of the missing periods is asked for.
    func requests(_ kind: Kind, expected: ClosedRange<DataTime>, present: Set<DataTime>) -> [CommandRequest] {
        if !kind.isOwed, present.isEmpty { return [] }
        let gaps = History.gaps(kind.history, in: expected, present: present.union(given(up: kind)), profile: profile)
        let rest = Self.greatestDayCount - earlier.count { $0.requestedMilliseconds > now - 86_400_000 }
        return gaps.reversed().flatMap { gap in
            History.requests(kind.history, gap, profile: profile).compactMap { message in
                message.period.map { request(kind, labels: $0) }
            }
        }.prefix(min(Self.greatestCount, rest)).map(\.self)
    }

    /// Starts of periods that are not asked for again: the device has none, or was asked often enough.
    private func given(up kind: Kind) -> Set<DataTime> {
        var counts: [DataTime: Int] = [:]
        for command in earlier where command.name == kind.name.rawValue {
            guard let begin = Self.time(command.parameters["begin"]), let end = Self.time(command.parameters["end"])
            else { continue }
            let weight = command.outcome?.isNoData == true ? Self.greatestAskCount : 1
            for start in stride(from: begin.unixSeconds, through: end.unixSeconds, by: Int(step(kind))) {
                if let time = DataTime(unixSeconds: start - labelShift(kind)) { counts[time, default: 0] += weight }
            }
        }
        return Set(counts.filter { $0.value >= Self.greatestAskCount }.keys)
    }

    private func request(_ kind: Kind, labels: ClosedRange<DataTime>) -> CommandRequest {
        let count = (labels.upperBound.unixSeconds - labels.lowerBound.unixSeconds) / step(kind) + 1
        return CommandRequest(
            mn: mn, name: kind.name.rawValue,
            parameters: ["begin": labels.lowerBound.text, "end": labels.upperBound.text],
            reason: "缺\(kind.title) \(count) 个时段，自动补取", basis: "HJ 212 历史数据提取；本系统缺数自动补取", origin: .gap)
    }

    private func step(_ kind: Kind) -> Int64 {
        switch kind.history {
        case .minutes: Int64(profile.minuteInterval) * 60
        case .days: 86_400
        default: Int64(profile.hourInterval) * 3_600
        }
    }

    private func labelShift(_ kind: Kind) -> Int64 { profile.timeLabel == .end ? step(kind) : 0 }

    private static func time(_ text: String?) -> DataTime? { text.flatMap { DataTime(digits: Array($0.utf8)) } }
}
