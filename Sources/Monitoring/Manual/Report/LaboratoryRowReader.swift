import Standards

/// Reads one line of a report's table: names, units and the written forms of results.
struct LaboratoryRowReader {
    let table: LaboratoryTable
    let rules: ManualRules
    let context: LaboratoryContext

    private struct Number {
        let value: ExactDecimal
        let isBelow: Bool
        let limit: ExactDecimal?
    }

    func row(_ line: Int) -> Result<LaboratoryRow, LaboratoryRowRefusal> {
        do throws(LaboratoryRowRefusal) { return .success(try read(line)) } catch { return .failure(error) }
    }

    private func read(_ line: Int) throws(LaboratoryRowRefusal) -> LaboratoryRow {
        let sample = try needed(.sample, line)
        let name = try needed(.item, line)
        let result = try needed(.result, line)
        guard let item = rules.item(named: name) else { throw refusal(line, .unknownItem, name) }
        let kind = try kind(of: sample, line)
        let power = try power(to: item, line)
        let number = try number(result, line, power: power)
        return LaboratoryRow(
            line: line, sample: sample, item: item.code, kind: kind, value: number.value,
            isBelowDetection: number.isBelow, limit: number.limit, method: table.text(.method, line: line))
    }

    private func refusal(
        _ line: Int, _ code: LaboratoryRowRefusal.Code, _ text: String
    ) -> LaboratoryRowRefusal {
        LaboratoryRowRefusal(line: line, code: code, text: text)
    }

    private func needed(
        _ column: LaboratoryTableRule.Column, _ line: Int
    ) throws(LaboratoryRowRefusal) -> String {
        let text = table.text(column, line: line)
        guard !text.isEmpty else { throw refusal(line, .empty, rules.laboratory.columns[column]?.first ?? "") }
        return text
    }

    /// The kind that the row names, or that of its bottle.
    private func kind(of sample: String, _ line: Int) throws(LaboratoryRowRefusal) -> LaboratoryRow.Kind {
        let word = table.text(.kind, line: line)
        guard word.isEmpty else {
            guard
                let kind = LaboratoryRow.Kind.allCases.first(where: {
                    rules.laboratory.kinds[$0]?.contains(word) == true
                })
            else { throw refusal(line, .unknownKind, word) }
            return kind
        }
        return context.kind(ofBottle: sample) ?? .sample
    }

    /// The power of ten to the unit of the item; without a unit the value is taken to be in it.
    private func power(to item: ManualItem, _ line: Int) throws(LaboratoryRowRefusal) -> Int {
        let unit = table.text(.unit, line: line)
        if unit.isEmpty || unit == item.unit { return 0 }
        guard let known = rules.units[unit], known.unit == item.unit else { throw refusal(line, .unknownUnit, unit) }
        return known.power
    }

    private func number(_ text: String, _ line: Int, power: Int) throws(LaboratoryRowRefusal) -> Number {
        let limitText = table.text(.limit, line: line)
        let limit = limitText.isEmpty || limitText == "/" || limitText == "-" ? nil : ExactDecimal(limitText)
        let isStated = limitText.isEmpty || limitText == "/" || limitText == "-" || limit != nil
        guard isStated else { throw refusal(line, .notANumber, limitText) }
        if rules.laboratory.notDetected.contains(text) {
            guard let limit else { throw refusal(line, .noLimit, text) }
            let scaled = try scaled(limit, power, line)
            return Number(value: scaled, isBelow: true, limit: scaled)
        }
        var digits = text[...]
        var isBelow = false
        if digits.hasSuffix("L") || digits.hasSuffix("l") {
            digits = digits.dropLast()
            isBelow = true
        } else if digits.hasPrefix("<") || digits.hasPrefix("＜") {
            digits = digits.dropFirst()
            isBelow = true
        }
        guard let value = ExactDecimal(digits) else { throw refusal(line, .notANumber, text) }
        if isBelow {
            guard limit == nil || limit == value else { throw refusal(line, .otherLimit, text) }
        } else if let limit, value < limit {
            throw refusal(line, .belowLimit, text)
        }
        let scaledLimit: ExactDecimal? = try (isBelow ? value : limit).map { limit throws(LaboratoryRowRefusal) in
            try scaled(limit, power, line)
        }
        return Number(value: try scaled(value, power, line), isBelow: isBelow, limit: scaledLimit)
    }

    private func scaled(
        _ value: ExactDecimal, _ power: Int, _ line: Int
    ) throws(LaboratoryRowRefusal) -> ExactDecimal {
        do { return try value.multiplied(byPowerOfTen: power) } catch {
            throw refusal(line, .impossible, value.description)
        }
    }
}
