/// Periods of a device that are missing and the requests that bring them (HJ 212-2017, C.20–C.23).
public enum History {
    /// How much one request asks for, in seconds: more makes devices run out of memory or time.
    static func sliceSeconds(of kind: Message.History) -> Int64 {
        switch kind {
        case .minutes, .power, .noise: 2 * 3600
        case .days, .plantRunTime: 31 * 86_400
        default: 86_400
        }
    }

    /// The length of one record, in seconds.
    static func stepSeconds(of kind: Message.History, profile: DeviceProfile) -> Int64 {
        switch kind {
        case .minutes, .power: Int64(profile.minuteInterval) * 60
        case .days, .plantRunTime: 86_400
        default: Int64(profile.hourInterval) * 3600
        }
    }

    /// Requests for all records whose periods begin in a range, both ends included, the newest first. Each holds at most a
    /// slice, and one is sent after the other (`ExchangeQueue`).
    public static func requests(
        _ kind: Message.History, _ range: ClosedRange<DataTime>, profile: DeviceProfile
    ) -> [Message] {
        let step = stepSeconds(of: kind, profile: profile)
        let shift = profile.timeLabel == .end ? step : 0
        let records = max(1, sliceSeconds(of: kind) / step)
        let first = range.lowerBound.unixSeconds
        var last = first + (range.upperBound.unixSeconds - first) / step * step
        var requests: [Message] = []
        while last >= first {
            let begin = max(first, last - (records - 1) * step)
            if let from = DataTime(unixSeconds: begin + shift), let through = DataTime(unixSeconds: last + shift),
                let request = try? Message.history(kind, from: from, through: through)
            {
                requests.append(request)
            }
            last = begin - step
        }
        return requests
    }

    /// The runs of periods that should be there and are not.
    /// - Parameters:
    ///   - expected: from the start of the first period to the start of the last; both are periods.
    ///   - present: starts of the periods that are there, whatever the device labels with.
    public static func gaps(
        _ kind: Message.History, in expected: ClosedRange<DataTime>, present: Set<DataTime>, profile: DeviceProfile
    ) -> [ClosedRange<DataTime>] {
        let step = stepSeconds(of: kind, profile: profile)
        var gaps: [ClosedRange<DataTime>] = []
        var open: (first: DataTime, last: DataTime)?
        var next = expected.lowerBound.unixSeconds
        while next <= expected.upperBound.unixSeconds, let time = DataTime(unixSeconds: next) {
            if present.contains(time) {
                if let run = open { gaps.append(run.first...run.last) }
                open = nil
            } else {
                open = (open?.first ?? time, time)
            }
            next += step
        }
        if let run = open { gaps.append(run.first...run.last) }
        return gaps
    }

    /// Requests for everything missing, the newest first.
    public static func requestsForGaps(
        _ kind: Message.History, in expected: ClosedRange<DataTime>, present: Set<DataTime>, profile: DeviceProfile
    ) -> [Message] {
        gaps(kind, in: expected, present: present, profile: profile).reversed().flatMap {
            requests(kind, $0, profile: profile)
        }
    }
}
