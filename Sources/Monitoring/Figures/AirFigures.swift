package import Records
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
                columns: common + [
                    ("value", "实况 AQI；不发布时为空"), ("level", "级别 1—6"), ("counted", "计优良天数的 AQI：批准扣除且规则规定时不含被扣除项"),
                    ("counted_level", "其级别"),
                ]),
            DocumentedView(
                name: "air_day_assessed", row: "一个站点（或全区）一项污染物计入月、年评价的日评价值；批准扣除的不计",
                columns: [
                    ("record", "输入的编号"), ("date", "日期，YYYY-MM-DD"), ("place", "站点代码；全区为 district"), ("item", "污染物"),
                    ("value", "未修约的精确值；扣除后没有的为空"), ("used", "参与的小时数或站点数"), ("received", "收到数"),
                    ("expected", "应有数"), ("valid", "1 为计入评价"), ("rule", "所用规则的编号"),
                    ("word", "扣除的说法，如 剔除沙尘；没有扣除为空"),
                ]),
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
                    ("value", "原始值"), ("valid", "1 为有效，审核剔除或以手工值代替的为 0"), ("received", "1 为收到数值"), ("label", "站点"),
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
        guard let air = AirInput(input) else { return nil }
        var traces = AirTraces(in: connection, from: archive)
        return try traces.trace(air)
    }

    package func traces(
        _ inputs: [InputID], in connection: ReadConnection, from archive: Archive
    ) throws -> [InputTrace?] {
        var found = [InputTrace?](repeating: nil, count: inputs.count)
        var traces = AirTraces(in: connection, from: archive)
        let own = inputs.enumerated().compactMap { place, input in AirInput(input).map { (place, $0) } }
        for (place, input) in own.sorted(by: { $0.1.date < $1.1.date }) { found[place] = try traces.trace(input) }
        return found
    }
}
