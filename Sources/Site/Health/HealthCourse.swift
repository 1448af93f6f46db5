import Documents
import Gateway
import Standards

/// The last minutes and hours of the server, up to the present sample.
struct HealthCourse {
    /// The kept samples and the present one, oldest first.
    let samples: [HealthSample]
    let now: HealthSample

    init(_ kept: [HealthSample], now: HealthSample) {
        samples = kept + [now]
        self.now = now
    }

    /// The growth of a count in the last seconds; since the first sample when that is later.
    func growth(inLast seconds: Int64, of count: (HealthSample) -> Int64?) -> Int64? {
        let before = samples.last { $0.time.seconds(until: now.time) >= seconds } ?? samples.first
        guard let before, let start = count(before), let end = count(now) else { return nil }
        return max(0, end - start)
    }

    /// The growth of a count in each of the last periods, oldest first; nil where no sample bounds the period.
    func growths(of count: (HealthSample) -> Int64?, every seconds: Int64, periods: Int) -> [Int64?] {
        (0..<periods).reversed().map { back in
            let end = samples.last { $0.time.seconds(until: now.time) >= Int64(back) * seconds }
            let start = samples.last { $0.time.seconds(until: now.time) >= Int64(back + 1) * seconds }
            guard let start, let end, let first = count(start), let last = count(end) else { return nil }
            return max(0, last - first)
        }
    }

    /// A level in each of the last minutes, oldest first.
    func levels(_ value: (HealthSample) -> Int64?, minutes: Int) -> [Int64?] {
        (0..<minutes).reversed().map { back in
            samples.last { $0.time.seconds(until: now.time) >= Int64(back) * 60 }.flatMap(value)
        }
    }

    /// Bytes a day by which log and database grow; nil until ten minutes are known.
    var bytesPerDay: Int64? {
        guard let first = samples.first else { return nil }
        let seconds = first.time.seconds(until: now.time)
        guard seconds >= 600 else { return nil }
        let database = (now.process.databaseBytes ?? 0) - (first.process.databaseBytes ?? 0)
        return (now.logEnd - first.logEnd + max(0, database)) * 86_400 / seconds
    }

    /// Days until the disk is full at the present rate; nil when it does not fill up or is not known.
    var daysUntilFull: Int64? {
        guard let rate = bytesPerDay, rate > 0, let free = now.process.freeBytes else { return nil }
        return free / rate
    }
}

extension Sparkline {
    init(_ title: String, unit: String, _ values: [Int64?]) {
        self.init(title, unit: unit, values: values.map { $0.flatMap { ChartValue(String($0)) } })
    }
}
