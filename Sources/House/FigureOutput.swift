import Catalog
package import Ledger
import Records
import Reporting
import Standards

/// A figure as output of the command line: lines for people, canonical JSON for programs.
package enum FigureOutput {
    /// What a person reads.
    package static func lines(_ answer: FigureAnswer) -> [String] {
        let value = answer.value
        var lines = [
            title(value, answer.subject), "值　　\(value.printedWithUnit)（\(exact(value.exact))）", "截至　\(moment(answer))",
            "时段　\(value.span.from) 至 \(value.span.to)",
            "定义　\(value.definition.id)（\(value.definition.header.effective)）",
            "规则目录　\(rules(answer.rulesRecord))",
        ]
        if !value.rules.isEmpty { lines.append("所用规则　\(value.rules.joined(separator: "、"))") }
        if value.parts.isEmpty {
            let expected = value.expected.map { "，应有 \($0) 项" } ?? ""
            lines.append("输入　\(value.inputs.count) 项\(expected)")
        } else {
            lines.append("由两个指标算出　\(value.parts.map(\.id).joined(separator: "、"))")
        }
        return lines
    }

    /// What a program reads.
    package static func json(_ answer: FigureAnswer) -> CanonicalValue {
        let value = answer.value
        return .object([
            "figure": .string(value.definition.id), "from": .string(value.definition.header.effective.from.description),
            "date": .string(value.request.date.description), "arguments": arguments(value.request),
            "printed": .string(value.printed), "unit": .string(value.definition.unit), "exact": text(value.exact),
            "rounded": value.rounded.map { .string($0.description) } ?? .null,
            "isLive": .bool(answer.asOf == .live), "asOf": .integer(value.asOf),
            "time": answer.timeMilliseconds.map(CanonicalValue.integer) ?? .null,
            "rulesRecord": answer.rulesRecord.map(CanonicalValue.integer) ?? .null,
            "rules": .array(value.rules.map(CanonicalValue.string)), "inputs": .integer(Int64(value.inputs.count)),
            "expected": value.expected.map { .integer(Int64($0)) } ?? .null,
        ])
    }

    private static func moment(_ answer: FigureAnswer) -> String {
        guard let time = answer.timeMilliseconds else { return "台账为空" }
        let record = "台账第 \(answer.value.asOf) 条记录（\(PacketLine.time(time))）"
        return answer.asOf == .live ? "现在：\(record)，另含尚未封存的报文" : "\(record)"
    }

    private static func rules(_ record: Int64?) -> String {
        record.map { "台账第 \($0) 条记录所采用" } ?? "当时尚未记入台账，按现行规则目录计算"
    }

    static func title(_ value: FigureValue, _ subject: String) -> String {
        let subject = subject.isEmpty ? "" : "（\(subject)）"
        return "\(value.definition.header.title)\(subject)　\(value.request.date)"
    }

    static func arguments(_ request: FigureRequest) -> CanonicalValue {
        .object(request.arguments.mapValues(CanonicalValue.string))
    }

    static func exact(_ value: Rational?) -> String { value.map { "精确值 \($0.description)" } ?? "无值" }
    static func text(_ value: Rational?) -> CanonicalValue { value.map { .string($0.description) } ?? .null }
}
