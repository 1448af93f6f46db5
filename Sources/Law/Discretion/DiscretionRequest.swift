/// The circumstances of a case, as the officer chose them from a table.
package struct DiscretionRequest: Hashable, Sendable {
    /// One circumstance with what proves it.
    package struct Choice: Hashable, Sendable {
        package let factor: String
        /// Nil where it could not be found out: then the lightest counts (广东规定第5条).
        package let level: String?
        /// Numbers of the pieces of evidence in the file.
        package let evidence: [String]

        package init(_ factor: String, _ level: String?, evidence: [String] = []) {
            self.factor = factor
            self.level = level
            self.evidence = evidence
        }
    }

    /// How grave the whole is, for bands.
    package enum Degree: String, CaseIterable, Sendable, Hashable {
        case lighter = "从轻"
        case usual = "一般"
        case heavier = "从重"
    }

    /// A change of the result that a person makes.
    package struct Change: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable, Hashable {
            case heavier = "从重"
            case lighter = "从轻"
            /// Below the least that the law allows.
            case mitigated = "减轻"
            /// For a public apology with a promise (公开道歉承诺), never below the least.
            case apologised = "公开道歉承诺"
        }

        package let kind: Kind
        /// By how much.
        package let amount: Money
        package let reason: String

        package init(_ kind: Kind, by amount: Money, reason: String) {
            self.kind = kind
            self.amount = amount
            self.reason = reason
        }
    }

    package var choices: [Choice]
    /// The scale; nil for the only one.
    package var scale: String?
    /// The band, for bands.
    package var band: String?
    package var degree: Degree
    /// The amount that the scale is a share of.
    package var base: Money?
    package var change: Change?

    package init(
        _ choices: [Choice] = [], scale: String? = nil, band: String? = nil, degree: Degree = .usual,
        base: Money? = nil, change: Change? = nil
    ) {
        self.choices = choices
        self.scale = scale
        self.band = band
        self.degree = degree
        self.base = base
        self.change = change
    }
}
