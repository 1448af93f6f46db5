import Standards

extension SourceField {
    /// The one form in which a text of this field is kept.
    ///
    /// - Parameter text: as somebody wrote it, not empty. A reference is given by the other's id already; a point as
    ///   `SourcePoint.text`.
    /// - Throws: `ValueFault`; a code that fails its check with `.check`.
    package func value(of text: String) throws(ValueFault) -> String {
        let text = HalfWidth.trimmed(text)
        switch type {
        case .text(let longest):
            guard text.count <= longest else { throw ValueFault(.range, self, text, "至多 \(longest) 字") }
            return text
        case .code(let check):
            let code = check.normal(text)
            if let fault = check.fault(of: code) { throw ValueFault(.check, self, text, fault) }
            return code
        case .whole(let range): return try whole(text, range)
        case .decimal(let decimals, let least, let greatest): return try decimal(text, decimals, least, greatest)
        case .date:
            guard let date = WrittenDate.read(text) else { throw ValueFault(.form, self, text, type.hint) }
            return date.description
        case .choice(let choices):
            guard choices.contains(text) else { throw ValueFault(.choice, self, text, type.hint) }
            return text
        case .flag: return try flag(text)
        case .phone: return try phone(text)
        case .reference: return text
        case .point:
            guard let point = SourcePoint(text: text) else { throw ValueFault(.form, self, text, type.hint) }
            return point.text
        case .list:
            let items = WrittenList.items(of: text)
            guard items.count <= WrittenList.greatestCount, text.count <= WrittenList.greatestLength else {
                throw ValueFault(
                    .range, self, String(text.prefix(20)) + "…",
                    "至多 \(WrittenList.greatestCount) 项、\(WrittenList.greatestLength) 字")
            }
            return items.joined(separator: WrittenList.separator)
        }
    }

    private func whole(_ text: String, _ range: ClosedRange<Int>) throws(ValueFault) -> String {
        guard let number = Int(HalfWidth.folded(text).filter { $0 != "," }) else {
            throw ValueFault(.form, self, text, "整数")
        }
        guard range.contains(number) else {
            throw ValueFault(.range, self, text, "应在 \(range.lowerBound)—\(range.upperBound) 之间")
        }
        return String(number)
    }

    private func decimal(
        _ text: String, _ decimals: Int, _ least: ExactDecimal?, _ greatest: ExactDecimal?
    ) throws(ValueFault) -> String {
        guard let number = ExactDecimal(HalfWidth.folded(text).filter { $0 != "," }) else {
            throw ValueFault(.form, self, text, "数值")
        }
        guard number.normalized.scale <= decimals else { throw ValueFault(.range, self, text, "至多 \(decimals) 位小数") }
        if let least, number < least { throw ValueFault(.range, self, text, "应不小于 \(least)") }
        if let greatest, greatest < number { throw ValueFault(.range, self, text, "应不大于 \(greatest)") }
        return "\(number)"
    }

    private func flag(_ text: String) throws(ValueFault) -> String {
        switch HalfWidth.folded(text).lowercased() {
        case "是", "有", "1", "true", "y", "yes", "√": return "是"
        case "否", "无", "0", "false", "n", "no", "×": return "否"
        default: throw ValueFault(.choice, self, text, type.hint)
        }
    }

    private func phone(_ text: String) throws(ValueFault) -> String {
        let number = HalfWidth.folded(text)
        let digits = number.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let isPhone = number.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-() ,;/".utf8.contains(byte)
        }
        guard isPhone, (5...40).contains(digits) else { throw ValueFault(.form, self, text, type.hint) }
        return number
    }
}
