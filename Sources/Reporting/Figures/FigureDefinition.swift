package import Catalog
package import Standards

/// A figure as the catalog defines it: a selection and a measure, never code.
package struct FigureDefinition: Sendable {
    package let header: RuleHeader
    /// The unit as printed; empty for none.
    package let unit: String
    package let period: FigurePeriod
    /// Names of the values that a request must supply besides the date, e.g. `place`.
    package let arguments: [String]
    package let measure: Measure
    /// What the measure works on.
    package let basis: Basis
    /// The share for a percentile, e.g. 9/10.
    package let percentile: Rational?
    /// Decimals that are printed; nil for figures that are words.
    package let decimals: Int?
    package let style: Style
    /// Words for values, e.g. 1 → 达标.
    package let words: [String: String]
    /// The figure that counts what there should have been, and what is missing when it is not reached.
    package let completeness: Completeness?
    /// What is printed when there is no value.
    package let missing: String
    /// The post of the section that answers for it (责任科室), by its id; nil where none is named.
    package let responsible: String?

    /// What a measure works on.
    package enum Basis: Sendable {
        case selection(FigureSelection)
        /// Two figures; `isRounded` takes them as printed (HJ 663: comparisons use published values).
        case figures(String, String, isRounded: Bool)
    }

    /// How the value is printed.
    package enum Style: String, CaseIterable, Sendable {
        /// The rounded number.
        case number
        /// The word that `words` gives for the number.
        case words
        /// The labels of the rows that decide, in the order of the selection.
        case labels
        /// Labels with their values in brackets, in the order of the selection.
        case list
        /// Labels with their values as they were received, not rounded, in the order of the selection.
        case values
        /// A word for the direction and the magnitude: 上升5.8%, 下降5.8%, 持平.
        case change
    }

    /// How much must be there for the figure to be valid.
    package struct Completeness: Sendable {
        /// The figure that counts what should be there.
        package let expected: String
    }

    /// Whether its selection is of a ledger.
    package func selects(from ledger: String) -> Bool {
        if case .selection(let selection) = basis { selection.text.contains("ledger = '\(ledger)'") } else { false }
    }

    /// The id.
    package var id: String { header.id }
}
