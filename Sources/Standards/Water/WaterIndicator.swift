/// A main pollution indicator (主要污染指标) of a section.
public struct WaterIndicator: Hashable, Sendable {
    /// The item.
    public let item: WaterItem
    /// Its class.
    public let waterClass: WaterClass
    /// The exact multiple over the class-Ⅲ limit; nil for items that have none (temperature, pH, dissolved oxygen).
    public let multiple: Rational?
    /// The multiple as printed in brackets.
    public let printedMultiple: ExactDecimal?
}
