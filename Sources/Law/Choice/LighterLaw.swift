/// The proposal which of two laws is lighter for the party; legal review decides.
package struct LighterLaw: Hashable, Sendable {
    package enum Side: String, Hashable, Sendable {
        case earlier, later
    }

    /// What follows from one of the laws in the case at hand.
    package struct Outcome: Hashable, Sendable {
        package let provision: Provision
        package let tier: FineTier
        /// The least and the most that may be fined.
        package let range: ClosedRange<Money>
        /// What a table of discretion gives; nil where none applies.
        package let fine: Money?
        /// Whether a fine may be imposed at all as things stand: what the provision waits for has come.
        package let mayFine: Bool

        /// - Parameters:
        ///   - base: what the tier is measured by; nil where nothing has to be known.
        ///   - hasRefused: whether an order to correct was not followed.
        ///   - isSerious: whether the case is serious.
        /// - Throws: `LawError` with `.noBase`, `.overflow`.
        package init(
            _ provision: Provision, _ tier: FineTier, base: Money? = nil, fine: Money? = nil, hasRefused: Bool,
            isSerious: Bool
        ) throws(LawError) {
            self.provision = provision
            self.tier = tier
            range = try tier.range(of: base)
            self.fine = fine
            mayFine =
                switch provision.fineAfter {
                case nil: true
                case .refusal: hasRefused
                case .serious: isSerious
                }
        }
    }

    package let earlier: Outcome
    package let later: Outcome
    /// The lighter one; nil where the ranges cross and neither is, so that a person has to say.
    package let lighter: Side?
    /// Why, in Chinese, for the record of the review.
    package let reasons: [String]

    /// Compares: first whether a fine may be imposed at all, then the computed fines, then the ranges. Where both are alike the
    /// law of the conduct holds (从旧).
    package init(earlier: Outcome, later: Outcome) {
        self.earlier = earlier
        self.later = later
        let laws = (earlier.provision.law, later.provision.law)
        if earlier.mayFine != later.mayFine {
            lighter = earlier.mayFine ? .later : .earlier
            let (free, other) = earlier.mayFine ? (laws.1, laws.0) : (laws.0, laws.1)
            reasons = ["按\(free)，现在还不能罚款（须先责令改正，拒不改正或者情节严重才罚）；按\(other)可以罚款"]
        } else if let old = earlier.fine, let new = later.fine {
            lighter = new < old ? .later : .earlier
            reasons = ["按\(laws.0)计算罚款 \(old)，按\(laws.1)计算罚款 \(new)"] + (old == new ? ["两者相同，适用行为时的法律"] : [])
        } else {
            let (old, new) = (earlier.range, later.range)
            let texts = "按\(laws.0)罚款 \(Self.text(old))，按\(laws.1)罚款 \(Self.text(new))"
            if old == new {
                lighter = .earlier
                reasons = [texts, "幅度相同，适用行为时的法律"]
            } else if new.lowerBound <= old.lowerBound, new.upperBound <= old.upperBound {
                lighter = .later
                reasons = [texts]
            } else if old.lowerBound <= new.lowerBound, old.upperBound <= new.upperBound {
                lighter = .earlier
                reasons = [texts]
            } else {
                lighter = nil
                reasons = [texts, "一个下限较低，另一个上限较低，不能由程序判断轻重，须由法制审核决定并写明理由"]
            }
        }
    }

    private static func text(_ range: ClosedRange<Money>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)至\(range.upperBound)"
    }
}
