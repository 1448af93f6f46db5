import Ledger
package import Reporting

/// What a checked bundle says, for people.
package enum BundleWords {
    package static func lines(of outcome: BundleCheck.Outcome, in bundle: ProofBundle) -> [String] {
        let claim = outcome.claim.body
        let unit = claim["unit"]?.text ?? ""
        let arguments = (claim["arguments"]?.members ?? [:]).sorted { $0.key < $1.key }
            .compactMap { $0.value.text }.joined(separator: "、")
        var lines = [
            "证明成立：\(outcome.id.rawValue)（\(outcome.grade.word)）",
            "数字：\(claim["title"]?.text ?? "") \(outcome.claim.printed)\(unit)",
            "时段：\(claim["from"]?.text ?? "") 至 \(claim["to"]?.text ?? "")\(arguments.isEmpty ? "" : "，参数 \(arguments)")",
            "文件：\(outcome.document.title)（\(outcome.document.period)），台账第 \(outcome.document.sequence) 条，截至第 \(outcome.document.asOf) 条记录",
            "台账：\(outcome.checkpoint.origin)，签名时共 \(outcome.checkpoint.size) 条记录，公钥 \(outcome.key.text)",
            outcome.witnesses.isEmpty ? "外部见证：无外部见证" : "外部见证：\(outcome.witnesses.joined(separator: "、"))",
        ]
        let expected = claim["expected"]?.integer.map { "，应有 \($0) 项" } ?? ""
        lines.append("输入：\(outcome.claim.inputCount) 项，有值 \(claim["present"]?.integer ?? 0) 项\(expected)")
        if outcome.grade == .full {
            lines.append(
                "复算：结果由输入重新算出；输入 \(outcome.inputs) 项中 \(outcome.traced) 项的数值与逐级追溯的相同；中间值 \(outcome.recomputed) 个重新算出，\(outcome.judged) 个须按规则判定，未在此复算；"
                    + "原始数据 \(outcome.evidence) 件")
        }
        lines += outcome.grade.shows.map { "能说明：\($0)" }
        lines += outcome.grade.doesNotShow.map { "不能说明：\($0)" }
        return lines
    }
}
