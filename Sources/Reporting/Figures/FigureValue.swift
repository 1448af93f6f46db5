package import Standards

/// A figure computed: exact, as printed, and what it rests on.
package struct FigureValue: Sendable {
    package let request: FigureRequest
    package let definition: FigureDefinition
    /// First and last day of its period.
    package let span: (from: CivilDate, to: CivilDate)
    /// Exact; nil when there is nothing to compute from.
    package let exact: Rational?
    /// Rounded once from the exact value.
    package let rounded: ExactDecimal?
    /// What a document prints, without unit.
    package let printed: String
    /// The rows, when it is computed from rows.
    package let inputs: [FigureInput]
    /// The two figures, when it is computed from figures.
    package let parts: [FigureRequest]
    /// How many inputs there should have been; nil when the definition does not say.
    package let expected: Int?
    /// The last record that the value takes account of.
    package let asOf: Int64

    /// Whether there is a value.
    package var isPresent: Bool { exact != nil }

    /// What a document prints, with its unit.
    package var printedWithUnit: String {
        isPresent && definition.style == .number ? printed + definition.unit : printed
    }

    /// The rules by which the inputs were judged.
    package var rules: [String] {
        Array(Set(inputs.map(\.rule)).subtracting([""])).sorted()
    }
}
