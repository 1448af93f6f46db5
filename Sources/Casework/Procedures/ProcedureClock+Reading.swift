import Catalog

extension ProcedureClock {
    static func read(_ node: RuleNode, with reader: RuleReader) -> ProcedureClock {
        let row = reader.mapping(
            node,
            keys: [
                "clock", "kind", "amount", "unit", "variants", "event", "roll", "roll_basis", "basis", "confidence",
                "extensions", "pauses", "renews", "by", "note",
            ])
        let kind = row.optionalChoice("kind", as: ClockKind.self) ?? .limit
        let unit: PeriodUnit = kind == .yearly ? .calendar : row.choice("unit", as: PeriodUnit.self) ?? .calendar
        let amount = kind == .yearly ? 1 : row.integer("amount", in: PeriodLength.amounts)
        return ProcedureClock(
            name: row.text("clock"), kind: kind, length: PeriodLength(amount, unit),
            variants: row.optionalList("variants").map { node in
                let row = reader.mapping(node, keys: ["variant", "amount", "unit"])
                let own = row.optionalChoice("unit", as: PeriodUnit.self) ?? unit
                return ClockVariant(
                    name: row.text("variant"),
                    length: PeriodLength(row.integer("amount", in: PeriodLength.amounts), own))
            },
            event: row.text("event"), roll: roll(row, unit, kind), rollBasis: row.optionalText("roll_basis"),
            basis: Ground.required(row, "basis", with: reader),
            confidence: row.choice("confidence", as: Confidence.self) ?? .provisional,
            extensions: row.optionalList("extensions").map { ClockExtension.read($0, unit: unit, with: reader) },
            pauses: row.optionalList("pauses").map { node in
                let row = reader.mapping(node, keys: ["ground", "basis"])
                return ClockPause(ground: row.text("ground"), basis: Ground.required(row, "basis", with: reader))
            },
            renews: row.optionalFlag("renews") ?? false, monthAndDay: kind == .yearly ? monthAndDay(row) : nil,
            note: row.optionalText("note"))
    }

    /// Days, months and years must say what a day off at their end does; nothing else may.
    private static func roll(_ row: RuleMapping, _ unit: PeriodUnit, _ kind: ClockKind) -> Roll {
        if unit == .working || unit == .hours || kind == .before || kind == .yearly {
            if row.optional("roll") != nil {
                row.refuse("roll", .other(message: "工作日、小时、提前期和年度期限没有顺延", mend: "删去 roll"))
            }
            return .none
        }
        return row.choice("roll", as: Roll.self) ?? .forward
    }

    private static func monthAndDay(_ row: RuleMapping) -> MonthAndDay? {
        let text = row.text("by")
        guard let day = MonthAndDay(text) else {
            row.refuse("by", .other(message: "“\(text)”不是每年都有的日期", mend: "写成 03-01，并加引号"))
            return nil
        }
        return day
    }
}

extension ClockExtension {
    static func read(_ node: RuleNode, unit: PeriodUnit, with reader: RuleReader) -> ClockExtension {
        let row = reader.mapping(node, keys: ["amount", "unit", "roles", "condition", "basis"])
        let own = row.optionalChoice("unit", as: PeriodUnit.self) ?? unit
        if own != unit {
            row.refuse("unit", .other(message: "延长的单位与期限本身不同", mend: "用期限本身的单位 \(unit.rawValue)"))
        }
        return ClockExtension(
            length: PeriodLength(row.integer("amount", in: PeriodLength.amounts), own), roles: row.texts("roles"),
            condition: row.text("condition"), basis: Ground.required(row, "basis", with: reader))
    }
}
