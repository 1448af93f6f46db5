import Catalog
package import Records
import Registry
import Standards
package import Storage

/// What figures about surface water may select from, and the way from a section's class down to its measurements.
package struct WaterFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "water_section_month", row: "一个断面一个月的水质类别",
                columns: [
                    ("record", "输入的编号"), ("date", "当月第一天"), ("section", "断面"), ("value", "类别 1—5，6 为劣Ⅴ；未评价为空"),
                    ("target", "目标类别"), ("met", "1 为达标"), ("rule", "所用标准"), ("label", "断面名称"),
                ]),
            DocumentedView(
                name: "section_note", row: "一个断面一个月的情况说明（断流等）",
                columns: [
                    ("record", "说明的记录"), ("section", "断面"), ("date", "当月第一天"), ("condition", "情况 dry"),
                    ("note", "说明"), ("label", "说明"),
                ]),
            DocumentedView(
                name: "water_section_item", row: "一个断面一个月一项指标的评价值",
                columns: [
                    ("record", "输入的编号"), ("date", "当月第一天"), ("section", "断面"), ("item", "指标"),
                    ("value", "修约后的月均值；mg/L，pH 无量纲"), ("class", "该项类别"), ("position", "主要污染指标的次序"),
                    ("multiple", "超Ⅲ类倍数，精确值"), ("rule", "所用规则"), ("label", "指标名称"),
                ]),
        ]
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        if let parts = input.parts(of: "water-class"), parts.count == 2 {
            return try sectionMonth(input, parts, connection, archive)
        }
        if let parts = input.parts(of: "water-item"), parts.count == 3 {
            return try item(input, parts, connection, archive)
        }
        if let parts = input.parts(of: "water-hour"), parts.count == 3 {
            return try measurement(input, parts, connection)
        }
        if let parts = input.parts(of: "water-sample"), parts.count == 3 {
            return try sample(input, parts, connection)
        }
        return nil
    }

    private func month(
        _ text: String, of section: String, _ connection: ReadConnection
    ) throws -> WaterSectionMonth? {
        guard let date = CivilDate(text + "-01") else { return nil }
        return try WaterStore.months(from: date, to: date, section: section, in: connection).first
    }

    private func sectionMonth(
        _ input: InputID, _ parts: [String], _ connection: ReadConnection, _ archive: Archive
    ) throws -> InputTrace? {
        guard let month = try month(parts[1], of: parts[0], connection) else { return nil }
        let standard = try archive.catalog.waterClassRule(on: month.month).standard
        let name = try RegistryStore.object(parts[0], in: connection)?.name ?? parts[0]
        return InputTrace(
            id: input, title: "\(name) \(parts[1]) 水质类别",
            value: month.waterClass.map { standard.name(of: $0) }, unit: "", formula: "单因子评价：取各项类别中最差者",
            rules: [month.rule],
            inputs: month.items.map { item in
                TracedInput(
                    id: InputID("water-item", [parts[0], item.item.rawValue, parts[1]]),
                    label: standard.name(of: item.item), value: item.waterClass.map { standard.name(of: $0) })
            })
    }

    private func item(
        _ input: InputID, _ parts: [String], _ connection: ReadConnection, _ archive: Archive
    ) throws -> InputTrace? {
        guard let item = WaterItem(rawValue: parts[1]), let date = CivilDate(parts[2] + "-01"),
            let found = try month(parts[2], of: parts[0], connection)?.items.first(where: { $0.item == item })
        else { return nil }
        let standard = try archive.catalog.waterClassRule(on: date).standard
        let name = try RegistryStore.object(parts[0], in: connection)?.name ?? parts[0]
        let readings = try WaterReadingStore.readings(
            of: parts[0], item: item, month: date,
            automaticFirst: try ManualRules.automaticFirst(archive.catalog, on: date), in: connection)
        return InputTrace(
            id: input, title: "\(name) \(parts[2]) \(standard.name(of: item))", value: found.assessed,
            unit: item == .ph ? "" : "mg/L",
            formula: item == .ph
                ? "\(found.count) 个测值按氢离子浓度平均，再取负对数，修约后评价"
                : "\(found.count) 个测值的算术平均 \(found.mean?.description ?? "")，修约后评价",
            rules: [try archive.catalog.rule(.waterMeans, on: date).id],
            inputs: readings.map { reading in
                TracedInput(
                    id: InputID(
                        reading.isManual ? "water-sample" : "water-hour",
                        [parts[0], item.rawValue, String(reading.start.secondsSince1970)]),
                    label:
                        "\(reading.start.beijingDate) \(reading.start.beijingHour)时\(reading.isManual ? "（手工）" : "")",
                    value: reading.isValid ? reading.value?.description : nil,
                    note: reading.isValid
                        ? (reading.isBelowDetection ? "低于检出限，按一半计" : "") : ReadingFlag.meaning(reading.flag))
            })
    }

    /// A sample that was taken by hand.
    private func sample(_ input: InputID, _ parts: [String], _ connection: ReadConnection) throws -> InputTrace? {
        guard let seconds = Int64(parts[2]) else { return nil }
        let start = Instant(secondsSince1970: seconds)
        let versions = try ManualReadingStore.versions(of: parts[0], item: parts[1], at: start, in: connection)
        guard let last = versions.last else { return nil }
        let name = try RegistryStore.object(parts[0], in: connection)?.name ?? parts[0]
        let below = last.isBelowDetection ? "，低于检出限" : ""
        return InputTrace(
            id: input, title: "\(name) \(start.beijingDate) \(start.beijingHour)时手工监测",
            value: last.value?.description, unit: parts[1] == "ph" ? "" : "mg/L",
            formula: (versions.count > 1 ? "共签发 \(versions.count) 次，以最后一次为准" : "按签发的结果") + below,
            evidence: versions.reversed().map(\.origin.evidence))
    }

    private func measurement(
        _ input: InputID, _ parts: [String], _ connection: ReadConnection
    ) throws -> InputTrace? {
        guard let seconds = Int64(parts[2]) else { return nil }
        let start = Instant(secondsSince1970: seconds)
        let versions = try ReadingStore.versions(
            of: parts[0], at: start, seconds: WaterMeasurements.seconds, in: connection
        ).filter { $0.series.item == parts[1] }
        let name = try RegistryStore.object(parts[0], in: connection)?.name ?? parts[0]
        return InputTrace(
            id: input, title: "\(name) \(start.beijingDate) \(start.beijingHour)时",
            value: versions.last?.value?.description,
            unit: parts[1] == "ph" ? "" : "mg/L",
            formula: versions.count > 1 ? "共收到 \(versions.count) 次，以最后一次为准" : "按收到的数值",
            recomputation: .received, evidence: versions.reversed().map(\.origin.evidence))
    }
}
