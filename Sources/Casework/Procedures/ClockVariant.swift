/// Another length of a clock in a case that is named when it is set off.
package struct ClockVariant: Hashable, Sendable {
    /// The case: 简化管理, 报告表.
    package let name: String
    /// Its length.
    package let length: PeriodLength
}
