/// A row of a gathered table that took no part, and why.
package struct RefusedRow: Hashable, Sendable {
    /// The line of the file on which it starts, from 1.
    package let line: Int
    /// What is wrong and how to mend it, in Chinese.
    package let reason: String

    /// The sentence for standard error.
    package var message: String { "第 \(line) 行未参与计算：\(reason)" }
}
