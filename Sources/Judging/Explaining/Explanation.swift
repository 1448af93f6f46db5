/// How a judged value came about, for the reader who checks by hand: what went in, which row of which table held, the
/// formula with its numbers put in, what came out, and the rule it all rests on.
///
/// Plain words, ready to print. Pages show it as a card; `--explain` prints `line`.
package struct Explanation: Hashable, Sendable {
    /// A value that went in.
    package struct Input: Hashable, Sendable {
        /// What it is: `PM2.5`, `溶解氧`, `断面数`.
        package let label: String
        /// The value as it entered, with its unit; `缺测`, `未监测` where there is none.
        package let value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// One step from inputs to result.
    package struct Step: Hashable, Sendable {
        /// What the step yields: `PM2.5 的 IAQI`.
        package let subject: String
        /// The row of the table that held: `35—60 µg/m³ → 50—100`; nil where the step uses none.
        package let tableRow: String?
        /// The formula with its numbers: `(100−50)÷(60−35)×(45−35)+50`.
        package let formula: String
        /// The exact result before rounding, where there is a rounding: `70`, `1048/25`.
        package let exact: String?
        /// What came out, as it is used from here on.
        package let result: String
        /// Whether this step decides the conclusion.
        package let isDeciding: Bool

        package init(
            _ subject: String, tableRow: String? = nil, formula: String, exact: String? = nil, result: String,
            isDeciding: Bool = false
        ) {
            self.subject = subject
            self.tableRow = tableRow
            self.formula = formula
            self.exact = exact
            self.result = result
            self.isDeciding = isDeciding
        }
    }

    /// What is explained: `小时空气质量指数`.
    package let subject: String
    package let inputs: [Input]
    package let steps: [Step]
    /// The result in one sentence.
    package let conclusion: String
    /// What must be known beside it, one sentence each.
    package let remarks: [String]
    /// The rules used, the one that decides first.
    package let rules: [RuleCitation]

    package init(
        subject: String, inputs: [Input], steps: [Step], conclusion: String, remarks: [String] = [],
        rules: [RuleCitation]
    ) {
        self.subject = subject
        self.inputs = inputs
        self.steps = steps
        self.conclusion = conclusion
        self.remarks = remarks
        self.rules = rules
    }

    /// The whole in one line, for a field of a table.
    package var line: String {
        let written = steps.map { step in
            let row = step.tableRow.map { "［\($0)］" } ?? ""
            let exact = step.exact.map { " = \($0)" } ?? ""
            return "\(step.subject)\(row)：\(step.formula)\(exact) → \(step.result)"
        }
        return (written + [conclusion] + remarks + rules.map(\.line)).joined(separator: "；")
    }
}
