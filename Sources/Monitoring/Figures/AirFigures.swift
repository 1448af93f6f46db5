import Catalog
import Judging
package import Records
import Registry
import Standards
package import Storage

/// What figures about the air may select from, and the way from a daily value down to the hours.
package struct AirFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        let common = [
            ("record", "输入的编号"), ("date", "日期，YYYY-MM-DD"), ("place", "站点代码；全区为 district"),
            ("label", "名称"), ("rule", "所用规则的编号"),
        ]
        return [
            DocumentedView(
                name: "air_day_value", row: "一个站点（或全区）一项污染物的日评价值",
                columns: common + [
                    ("item", "污染物 so2 no2 pm10 pm25 co o3"), ("value", "未修约的精确值；µg/m³，CO 为 mg/m³"),
                    ("used", "参与的小时数（O3 为 8 小时窗口数，全区为站点数）"), ("received", "收到数"),
                    ("expected", "应有数"), ("valid", "1 为有效"),
                ]),
            DocumentedView(
                name: "air_day_item_index", row: "一个站点（或全区）一项污染物的日 IAQI",
                columns: common + [("item", "污染物"), ("value", "IAQI"), ("aqi", "当日 AQI；不发布时为空"), ("position", "公布次序")]),
            DocumentedView(
                name: "air_day_aqi", row: "一个站点（或全区）一日的 AQI",
                columns: common + [("value", "AQI；不发布时为空"), ("level", "级别 1—6")]),
            DocumentedView(
                name: "air_target_day", row: "有年度目标的一天",
                columns: [
                    ("record", "设定目标的记录"), ("year", "年"), ("item", "目标项 pm25、goodDays"), ("value", "目标值"),
                    ("date", "日期"), ("label", "日期"),
                ]),
            DocumentedView(
                name: "air_expected_hour", row: "参评站点一项污染物一天中应测的一个小时",
                columns: [
                    ("record", "站点登记记录"), ("station", "站点"), ("item", "污染物"), ("hour", "时段末 1—24"), ("value", "1"),
                    ("label", "站名"),
                ]),
            DocumentedView(
                name: "air_hour", row: "参评站点一项污染物一个小时的现行值",
                columns: [
                    ("record", "输入的编号"), ("station", "站点"), ("item", "污染物"), ("start", "时段起点，1970 年起的秒数"),
                    ("date", "时段起点所在日期"),
                    ("value", "原始值"), ("valid", "1 为有效"), ("received", "1 为收到数值"), ("label", "站点"),
                ]),
        ]
    }

    package func name(of argument: String, value: String, in connection: ReadConnection) throws -> String? {
        switch argument {
        case "place" where value == AirPlace.districtID: "全区"
        case "item": AirItem(rawValue: value)?.displayName
        default: nil
        }
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        if let parts = input.parts(of: "air-aqi"), parts.count == 2 { return try aqi(input, parts, connection) }
        if let parts = input.parts(of: "air-iaqi"), parts.count == 3 {
            return try itemIndex(input, parts, connection, archive)
        }
        if let parts = input.parts(of: "air-day"), parts.count == 3 { return try day(input, parts, connection) }
        if let parts = input.parts(of: "air-hour"), parts.count == 3 { return try hour(input, parts, connection) }
        return nil
    }

    private func name(of place: AirPlace, in connection: ReadConnection) throws -> String {
        switch place {
        case .district: "全区"
        case .station(let id): try RegistryStore.object(id, in: connection)?.name ?? id
        }
    }

    private func aqi(_ input: InputID, _ parts: [String], _ connection: ReadConnection) throws -> InputTrace? {
        let place = AirPlace(id: parts[0])
        guard let date = CivilDate(parts[1]),
            let index = try AirDayStore.indices(of: place, from: date, to: date, in: connection).first
        else { return nil }
        let items = try AirDayStore.itemIndices(of: place, on: date, in: connection)
        let list = items.map { String($0.iaqi) }.joined(separator: ", ")
        return InputTrace(
            id: input, title: "\(try name(of: place, in: connection)) \(date) AQI", value: index.aqi.map(String.init),
            unit: "", formula: items.isEmpty ? "没有可用的 IAQI" : "AQI = max(\(list))",
            rules: [index.rule],
            inputs: items.map {
                TracedInput(
                    id: InputID("air-iaqi", [place.id, $0.item.rawValue, date.description]),
                    label: "\($0.item.displayName) 的 IAQI", value: String($0.iaqi))
            })
    }

    private func itemIndex(
        _ input: InputID, _ parts: [String], _ connection: ReadConnection, _ archive: Archive
    ) throws -> InputTrace? {
        let place = AirPlace(id: parts[0])
        guard let item = AirItem(rawValue: parts[1]), let date = CivilDate(parts[2]),
            let found = try AirDayStore.itemIndices(of: place, on: date, in: connection).first(where: {
                $0.item == item
            })
        else { return nil }
        let rule = try archive.catalog.rule(.airIndex, on: date)
        return InputTrace(
            id: input, title: "\(try name(of: place, in: connection)) \(date) \(item.displayName) 的 IAQI",
            value: String(found.iaqi), unit: "",
            formula: AirIndexStep(item, found.concentration, over: .day, by: rule)?.line ?? String(found.iaqi),
            rules: [rule.id],
            inputs: [
                TracedInput(
                    id: InputID("air-day", parts), label: "\(item.displayName) 日评价值（修约后）",
                    value: found.concentration.description)
            ])
    }

    private func day(_ input: InputID, _ parts: [String], _ connection: ReadConnection) throws -> InputTrace? {
        let place = AirPlace(id: parts[0])
        guard let item = AirItem(rawValue: parts[1]), let date = CivilDate(parts[2]),
            let value = try AirDayStore.values(on: date, in: connection).first(where: {
                $0.place == place && $0.item == item
            })
        else { return nil }
        let inputs: [TracedInput]
        let formula: String
        let recomputation: InputTrace.Recomputation
        switch place {
        case .district:
            inputs = try stationDays(item, date, connection)
            recomputation = .mean
            formula = "参评站点日评价值的算术平均：有效 \(value.used) 个，应有 \(value.expected) 个"
        case .station(let id):
            inputs = try hours(of: id, item, date, connection)
            recomputation = item == .o3 ? .eightHourMaximum : .mean
            formula =
                item == .o3
                ? "8 时至 24 时各滑动 8 小时平均的最大值：有效窗口 \(value.used) 个，应有 \(value.expected) 个"
                : "有效小时值的算术平均：有效 \(value.used) 个，应有 \(value.expected) 个"
        }
        return InputTrace(
            id: input, title: "\(try name(of: place, in: connection)) \(date) \(item.displayName) 日评价值",
            value: value.value?.description, unit: item.unit,
            formula: value.isValid ? formula : formula + "；数据不足，无效", rules: [value.rule],
            recomputation: recomputation, inputs: inputs)
    }

    private func stationDays(
        _ item: AirItem, _ date: CivilDate, _ connection: ReadConnection
    ) throws -> [TracedInput] {
        let values = try AirDayStore.values(on: date, in: connection)
        return try RegistryStore.objects(.station, in: connection).filter { $0.flag("isEvaluated") }.map { station in
            let found = values.first { $0.place == .station(station.id) && $0.item == item }
            return TracedInput(
                id: InputID("air-day", [station.id, item.rawValue, date.description]), label: station.name,
                value: found.flatMap { $0.isValid ? $0.value?.description : nil },
                note: found.map { $0.isValid ? "" : "有效小时不足（\($0.used)/\($0.expected)）" } ?? "无数据")
        }
    }

    private func hours(
        of station: String, _ item: AirItem, _ date: CivilDate, _ connection: ReadConnection
    ) throws -> [TracedInput] {
        let readings = try AirHours.load(date, in: connection).of(station).readings[item] ?? AirHours.Station.noReadings
        return readings.enumerated().map { hour, reading in
            let start = Instant(beijing: date, hour: hour)
            return TracedInput(
                id: InputID("air-hour", [station, item.rawValue, String(start.secondsSince1970)]),
                label: "\(hour + 1)时", value: reading.flatMap { $0.isValid ? $0.value?.description : nil },
                note: reading.map { $0.isValid ? "" : ReadingFlag.meaning($0.flag) } ?? "无数据")
        }
    }

    private func hour(_ input: InputID, _ parts: [String], _ connection: ReadConnection) throws -> InputTrace? {
        guard let item = AirItem(rawValue: parts[1]), let seconds = Int64(parts[2]) else { return nil }
        let start = Instant(secondsSince1970: seconds)
        let versions = try ReadingStore.versions(of: parts[0], at: start, seconds: 3_600, in: connection)
            .filter { $0.series.item == item.rawValue }
        let station = try name(of: .station(parts[0]), in: connection)
        return InputTrace(
            id: input,
            title: "\(station) \(start.beijingDate) \(start.beijingHour + 1)时 \(item.displayName)",
            value: versions.last?.value?.description, unit: item.unit,
            formula: versions.count > 1 ? "共收到 \(versions.count) 次，以最后一次为准" : "按收到的数值",
            recomputation: .received, evidence: versions.reversed().map(\.origin.evidence))
    }
}
