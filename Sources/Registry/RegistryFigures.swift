import Ledger
package import Records
package import Storage

/// The registry's lists, for documents that repeat over stations or sections.
package struct RegistryFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "registry_station", row: "一个空气站",
                columns: [
                    ("record", "登记记录"), ("id", "代码"), ("name", "名称"), ("town", "街镇"), ("management_level", "管理级别"),
                    ("evaluated", "1 为参与评价"),
                ]),
            DocumentedView(
                name: "registry_section", row: "一个地表水断面",
                columns: [
                    ("record", "登记记录"), ("id", "代码"), ("name", "名称"), ("water_body", "河流或湖库"), ("town", "责任街镇"),
                    ("target", "目标类别 I—V"), ("target_name", "目标类别，如 Ⅲ类"), ("position", "沿程次序"),
                ]),
            DocumentedView(
                name: "registry_outlet", row: "一个装有自动监测的排放口",
                columns: [
                    ("record", "登记记录"), ("id", "代码"), ("name", "名称"), ("enterprise", "企业"),
                    ("credit_code", "统一社会信用代码"),
                ]),
            DocumentedView(
                name: "outlet_limit", row: "一个排放口一项污染物的限值",
                columns: [
                    ("record", "登记记录"), ("outlet", "排放口"), ("item", "项目"), ("name", "项目名称"), ("value", "限值"),
                    ("lower", "下限（pH），没有为空"), ("unit", "单位"), ("judged", "与限值比较的系列"),
                    ("basis", "实测或者折算"), ("standard", "排放标准"), ("position", "次序"),
                ]),
            DocumentedView(
                name: "outlet_device", row: "监测一个对象的一台设备，按最近一次登记",
                columns: [
                    ("record", "登记记录"), ("outlet", "排放口"), ("mn", "设备号"), ("owner", "产权单位"),
                    ("accepted", "验收日期；没有验收的为 未验收"), ("since", "登记之日"),
                ]),
        ]
    }

    package func name(of argument: String, value: String, in connection: ReadConnection) throws -> String? {
        guard ["place", "section", "station", "outlet"].contains(argument) else { return nil }
        return try RegistryStore.object(value, in: connection)?.name
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        guard let parts = input.parts(of: "record"), parts.count == 1, let sequence = Int64(parts[0]),
            let record = try RecordStore.record(sequence, in: connection)
        else { return nil }
        return InputTrace(
            id: input, title: "台账第 \(sequence) 条记录", value: nil, unit: "",
            formula: "\(record.action)，对象 \(record.subject)", rules: record.rules,
            evidence: [.record(sequence: sequence)])
    }
}
