import Judging

extension Explanation {
    /// The whole card, one line an input, step, remark and rule; a deciding step is marked with `*`.
    var card: String {
        let steps = steps.map { step in
            let row = step.tableRow.map { "［\($0)］" } ?? ""
            let exact = step.exact.map { " = \($0)" } ?? ""
            return "\(step.isDeciding ? "* " : "  ")\(step.subject)\(row) \(step.formula)\(exact) → \(step.result)"
        }
        let lines =
            [subject] + inputs.map { "  \($0.label)：\($0.value)" } + steps + [conclusion] + remarks.map { "  " + $0 }
            + rules.map(\.line)
        return lines.joined(separator: "\n")
    }
}
