import Documents
import Gateway
import Standards

/// The last days of a device, hour by hour: what came of what was to come, and the course of its clock.
struct DeviceCalendar {
    /// The last one first.
    let days: [DevicePage.Day]
    let rateText: String
    /// What of an hour is enough, e.g. 45 分钟.
    let enoughText: String
    let drift: ChartFragment?

    /// So many days of the clock are drawn.
    private static let driftDays = 7

    init(_ device: FleetDevice, days count: Int, in context: PageContext) throws {
        let now = context.now.secondsSince1970
        let rules = try CompletenessRules(context.catalog, on: context.today)
        let first = Instant(beijing: context.today.adding(days: 1 - count)).secondsSince1970
        let end = Instant(beijing: context.today.adding(days: 1)).secondsSince1970
        let hours =
            try DeviceStore.hours(
                of: [device.mn], from: first - 4 * 3_600, to: end, in: context.connection)[device.mn] ?? []
        let judged = HourCompleteness.hours(
            hours, from: first, to: end, device.expectation, leastMinutes: rules.leastMinutes,
            known: device.knownSeconds,
            now: now)
        let byStart = Dictionary(hours.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        days = (0..<count).reversed().map { day in
            let start = first + Int64(day) * 86_400
            return DevicePage.Day(
                context.today.adding(days: 1 - count + day), judged[(day * 24)..<(day * 24 + 24)],
                (0..<24).map { byStart[start + Int64($0) * 3_600] })
        }
        rateText = try Self.rate(judged, by: rules)
        enoughText = "\(rules.leastMinutes) 分钟"
        drift = Self.drift(hours.filter { $0.start >= end - Int64(Self.driftDays) * 86_400 }, end: end, now: now)
    }

    private static func rate(_ hours: [HourCompleteness], by rules: CompletenessRules) throws -> String {
        let rates = try rules.rates(of: hours)
        guard let transfer = rates.transferRate, let effective = rates.effectiveRate else {
            return "近 \(hours.count / 24) 日没有应到的时段"
        }
        return "近 \(hours.count / 24) 日数据传输率 \(transfer.percentText)（收到 \(rates.received) 小时，应到 \(rates.expected) 小时）；"
            + "以齐全的 \(rates.valid) 小时为有效，传输有效率 \(effective.percentText)，目标 \(rules.target.percentText)"
    }

    private static func drift(_ hours: [DeviceHour], end: Int64, now: Int64) -> ChartFragment? {
        guard hours.contains(where: { $0.drift != nil }) else { return nil }
        let byStart = Dictionary(hours.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        let starts = stride(from: end - Int64(driftDays) * 86_400, to: min(end, now), by: 3_600).map { $0 }
        func values(_ bound: (ClosedRange<Int64>) -> Int64) -> [ChartValue?] {
            starts.map { start in
                byStart[start]?.drift.flatMap { ChartValue(seconds(bound($0))) }
            }
        }
        let chart = Chart(
            .line, title: "时钟偏差", unit: "秒", labels: starts.map { Instant(secondsSince1970: $0).shortMinuteText },
            series: [ChartSeries("最快", values(\.upperBound)), ChartSeries("最慢", values(\.lowerBound))], width: 1_100,
            height: 200)
        return ChartFragment(
            id: "drift", svg: chart.drawing().svg, dataJSON: nil,
            caption: "近 \(driftDays) 日逐时，设备时间减本机时间，单位秒，正数为设备偏快；断开处没有可用的报文")
    }

    /// Milliseconds as seconds with a tenth.
    private static func seconds(_ milliseconds: Int64) -> String {
        let tenths = abs(milliseconds) / 100
        return "\(milliseconds < 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }
}

extension DevicePage.Day {
    fileprivate init(_ date: CivilDate, _ hours: ArraySlice<HourCompleteness>, _ rows: [DeviceHour?]) {
        let counts = rows.reduce(PacketCounts()) { sum, hour in hour.map { sum + $0.counts } ?? sum }
        let due = hours.filter(\.isDue)
        self.init(
            label: date.shortText,
            hours: zip(hours, rows).enumerated().map { index, pair in
                DevicePage.Hour(index, pair.0, pair.1)
            },
            full: due.isEmpty ? "—" : "\(due.count { $0.state == .full })/\(due.count)",
            packets: "\(counts.packets)", bad: "\(counts.unusable + counts.wrongLengths)",
            resent: "\(counts.resent)", duplicates: "\(counts.duplicates)")
    }
}

extension DevicePage.Hour {
    fileprivate init(_ index: Int, _ hour: HourCompleteness, _ row: DeviceHour?) {
        let words =
            switch hour.state {
            case .full: "齐全"
            case .partial: "不全"
            case .missing: "缺"
            case .due: "未到时"
            case .none: "无应到"
            }
        let (tone, sign) =
            switch hour.state {
            case .full: ("full", "●")
            case .partial: ("part", "◐")
            case .missing: ("gap", "○")
            case .due, .none: ("due", "")
            }
        let amount = hour.expected > 0 ? "，收到 \(hour.arrived)/\(hour.expected)" : ""
        let faults = hour.faults > 0 ? "，不可用报文 \(hour.faults)" : ""
        let late = row.map { $0.lateSeconds > 3_600 ? "，最迟晚到 \($0.lateSeconds / 3_600) 小时" : "" } ?? ""
        self.init(
            tone: hour.faults > 0 ? "\(tone) fault" : tone, sign: hour.faults > 0 ? "▲" : sign,
            title: "\(index + 1)时\(words)\(amount)\(faults)\(late)")
    }
}
