import Catalog
import Judging
import Records
import Registry
import Standards
import Storage

/// Follows inputs of figures about the air, one after another. What neighbours share – the hours of a day, names, the list of
/// stations – is kept, so many are best asked for in the order of their days.
struct AirTraces {
    private let connection: ReadConnection
    private let archive: Archive
    private var names: [AirPlace: String] = [:]
    private var evaluated: [RegisteredObject]?
    private var hours: AirHourVersions

    init(in connection: ReadConnection, from archive: Archive) {
        self.connection = connection
        self.archive = archive
        hours = AirHourVersions(in: connection)
    }

    /// - Returns: nil when there is no such value; an hour without readings has a trace that says so.
    mutating func trace(_ input: AirInput) throws -> InputTrace? {
        switch input.kind {
        case .dayIndex: try index(input)
        case .dayItemIndex(let item): try itemIndex(input, item)
        case .dayValue(let item): try day(input, item)
        case .assessedValue(let item): try assessed(input, item)
        case .hour(let item, let start): try hour(input, item, start)
        }
    }

    private mutating func name(of place: AirPlace) throws -> String {
        guard case .station(let id) = place else { return "全区" }
        if let name = names[place] { return name }
        let name = try RegistryStore.object(id, in: connection)?.name ?? id
        names[place] = name
        return name
    }

    private mutating func index(_ input: AirInput) throws -> InputTrace? {
        let (place, date) = (input.place, input.date)
        guard let index = try AirDayStore.indices(of: place, from: date, to: date, in: connection).first else {
            return nil
        }
        let items = try AirDayStore.itemIndices(of: place, on: date, in: connection)
        let list = items.map { String($0.iaqi) }.joined(separator: ", ")
        return InputTrace(
            id: input.id, title: "\(try name(of: place)) \(date) AQI", value: index.aqi.map(String.init), unit: "",
            formula: items.isEmpty ? "没有可用的 IAQI" : "AQI = max(\(list))", rules: [index.rule],
            inputs: items.map {
                TracedInput(
                    id: InputID("air-iaqi", [place.id, $0.item.rawValue, date.description]),
                    label: "\($0.item.displayName) 的 IAQI", value: String($0.iaqi))
            })
    }

    private mutating func itemIndex(_ input: AirInput, _ item: AirItem) throws -> InputTrace? {
        let (place, date) = (input.place, input.date)
        let items = try AirDayStore.itemIndices(of: place, on: date, in: connection)
        guard let found = items.first(where: { $0.item == item }) else { return nil }
        let rule = try archive.catalog.rule(.airIndex, on: date)
        return InputTrace(
            id: input.id, title: "\(try name(of: place)) \(date) \(item.displayName) 的 IAQI",
            value: String(found.iaqi), unit: "",
            formula: AirIndexStep(item, found.concentration, over: .day, by: rule)?.line ?? String(found.iaqi),
            rules: [rule.id],
            inputs: [
                TracedInput(
                    id: InputID("air-day", [place.id, item.rawValue, date.description]),
                    label: "\(item.displayName) 日评价值（修约后）", value: found.concentration.description)
            ])
    }

    private mutating func day(_ input: AirInput, _ item: AirItem) throws -> InputTrace? {
        let (place, date) = (input.place, input.date)
        guard let value = try AirDayStore.value(of: place, item, on: date, in: connection) else { return nil }
        let inputs: [TracedInput]
        let formula: String
        let recomputation: InputTrace.Recomputation
        switch place {
        case .district:
            inputs = try stationDays(item, date)
            recomputation = .mean
            formula = "参评站点日评价值的算术平均：有效 \(value.used) 个，应有 \(value.expected) 个"
        case .station(let id):
            inputs = try dayHours(of: id, item, date)
            recomputation = item == .o3 ? .eightHourMaximum : .mean
            formula =
                item == .o3
                ? "8 时至 24 时各滑动 8 小时平均的最大值：有效窗口 \(value.used) 个，应有 \(value.expected) 个"
                : "有效小时值的算术平均：有效 \(value.used) 个，应有 \(value.expected) 个"
        }
        return InputTrace(
            id: input.id, title: "\(try name(of: place)) \(date) \(item.displayName) 日评价值",
            value: value.value?.description, unit: item.unit,
            formula: value.isValid ? formula : formula + "；数据不足，无效", rules: [value.rule],
            recomputation: recomputation, inputs: inputs)
    }

    private mutating func assessed(_ input: AirInput, _ item: AirItem) throws -> InputTrace? {
        let date = input.date
        let found = try AirExceptionStore.deductedValues(from: date, to: date, in: connection)
            .first { $0.place == input.place && $0.item == item }
        guard let found else { return nil }
        let out = try AirExceptionStore.deductions(on: date, in: connection)
        let rule = try archive.catalog.rule(.airStatistics, on: date)
        let inputs = try stationDays(item, date, leavingOut: Set(out.filter { $0.value[item] != nil }.keys))
        return InputTrace(
            id: input.id, title: "\(try name(of: input.place)) \(date) \(item.displayName) 评价值（\(found.word)）",
            value: found.value?.description, unit: item.unit,
            formula: "未剔除的参评站点日评价值的算术平均：有效 \(found.used) 个，应有 \(found.expected) 个"
                + "（批复登记于台账第 \(found.sequence) 条，实况日评价值照样保留）", rules: [rule.id], recomputation: .mean,
            inputs: inputs)
    }

    private mutating func stationDays(
        _ item: AirItem, _ date: CivilDate, leavingOut out: Set<String> = []
    ) throws -> [TracedInput] {
        let stations =
            try evaluated ?? RegistryStore.objects(.station, in: connection).filter { $0.flag("isEvaluated") }
        evaluated = stations
        return try stations.filter { !out.contains($0.id) }.map { station in
            let found = try AirDayStore.value(of: .station(station.id), item, on: date, in: connection)
            return TracedInput(
                id: InputID("air-day", [station.id, item.rawValue, date.description]), label: station.name,
                value: found.flatMap { $0.isValid ? $0.value?.description : nil },
                note: found.map { $0.isValid ? "" : "有效小时不足（\($0.used)/\($0.expected)）" } ?? "无数据")
        }
    }

    private mutating func dayHours(of station: String, _ item: AirItem, _ date: CivilDate) throws -> [TracedInput] {
        let decisions = try hours.reviews(on: date).filter { $0.station == station && $0.item == item.rawValue }
        var latest = AirHours.Station.noReadings
        // In the order of arrival: the last one counts.
        for reading in try hours.readings(of: station, on: date)[item.rawValue] ?? [] {
            latest[reading.start.beijingHour] = reading
        }
        return latest.enumerated().map { hour, reading in
            let start = Instant(beijing: date, hour: hour)
            let value = ReviewedValue(reading, decisions: decisions.filter { $0.start == start })
            return TracedInput(
                id: InputID("air-hour", [station, item.rawValue, String(start.secondsSince1970)]),
                label: "\(hour + 1)时", value: value.value?.description, note: Self.note(value, archive.catalog))
        }
    }

    /// Why a value does not count as it arrived; empty where it does.
    private static func note(_ value: ReviewedValue, _ catalog: RuleCatalog) -> String {
        if let standing = value.standing, value.isRejected || value.isEntered {
            let words = value.isRejected ? "审核剔除" : "手工值"
            let by = standing.isSuperior ? "上级核定" : words
            let reason =
                standing.reason.isEmpty
                ? standing.note : HourReviewReasons.titles(in: catalog)[standing.reason] ?? standing.reason
            return "\(by)：\(reason)"
        }
        guard let raw = value.raw else { return "无数据" }
        return raw.isValid ? "" : ReadingFlag.meaning(raw.flag)
    }

    private mutating func hour(_ input: AirInput, _ item: AirItem, _ start: Instant) throws -> InputTrace? {
        let versions = try (hours.readings(of: input.place.id, on: input.date)[item.rawValue] ?? []).filter {
            $0.start == start
        }
        let decisions = try hours.reviews(on: input.date).filter {
            $0.station == input.place.id && $0.item == item.rawValue && $0.start == start
        }
        let value = ReviewedValue(versions.last, decisions: decisions)
        let arrivals = versions.reversed().map(\.origin.evidence)
        let title =
            "\(try name(of: .station(input.place.id))) \(input.date) \(start.beijingHour + 1)时 \(item.displayName)"
        guard let standing = value.standing, value.isRejected || value.isEntered else {
            return InputTrace(
                id: input.id, title: title, value: versions.last?.value?.description, unit: item.unit,
                formula: versions.count > 1 ? "共收到 \(versions.count) 次，以最后一次为准" : "按收到的数值",
                recomputation: .received, evidence: arrivals)
        }
        // Only the decision tells the value: nobody can read it off what arrived.
        let received = versions.last?.value.map { "收到 \($0)，照样保留" } ?? "没有收到数值"
        return InputTrace(
            id: input.id, title: title, value: value.value?.description, unit: item.unit,
            formula:
                "\(Self.note(value, archive.catalog))（\(standing.reviewer)，台账第 \(standing.sequence) 条）；\(received)",
            evidence: arrivals + [.record(sequence: standing.sequence)])
    }
}
