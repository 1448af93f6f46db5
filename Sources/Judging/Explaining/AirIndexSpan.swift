package import Standards

/// Which of the two tables of HJ 633 judges six concentrations.
package enum AirIndexSpan: Hashable, Sendable {
    /// Means of an hour; particles are judged by their 24 h column.
    case hour
    /// Means of a day, ozone by its largest eight-hour mean.
    case day

    /// The columns of the table.
    package func columns(of rule: AirIndexRule) -> [AirItem: AirBreakpoints] {
        self == .hour ? rule.definition.hourly : rule.definition.daily
    }

    /// The judgement.
    package func judge(_ values: AirValues, by rule: AirIndexRule) -> AirIndexResult {
        self == .hour ? rule.hourly(values) : rule.daily(values)
    }

    /// What the concentration of an item is the mean of: `1 小时平均`.
    func averaging(of item: AirItem) -> String {
        if self == .hour { return "1 小时平均" }
        return item == .o3 ? "日最大 8 小时平均" : "24 小时平均"
    }
}
