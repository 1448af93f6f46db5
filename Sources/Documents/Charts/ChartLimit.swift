/// A horizontal line that values are measured against, such as a standard's limit.
package struct ChartLimit: Hashable, Sendable {
    package var value: ChartValue
    /// Such as 二级标准 75.
    package var label: String

    package init(_ value: ChartValue, label: String) {
        self.value = value
        self.label = label
    }
}
