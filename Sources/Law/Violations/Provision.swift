package import Catalog

/// What one law says of a violation: the articles violated, the penalty, and what goes with it.
package struct Provision: Hashable, Sendable {
    /// How an order to correct (责令改正) and the fine go together.
    package enum Correction: String, CaseIterable, Sendable, Hashable {
        /// Ordered with the fine.
        case concurrent
        /// Ordered first.
        case precondition
    }

    /// What a fine waits for.
    package enum FineCondition: String, CaseIterable, Sendable, Hashable {
        /// The order to correct was not followed.
        case refusal
        /// The case is serious.
        case serious
    }

    /// What shows that the case may be a crime.
    package struct Crime: Hashable, Sendable {
        package let basis: String
        package let screen: [String]
    }

    /// The laws as cited on file, e.g. 生态环境法典.
    package let law: String
    /// The days of conduct for which it holds.
    package let effective: Effective
    package let violated: [String]
    package let penalty: String
    /// Who may punish; nil where the file does not say.
    package let authority: String?
    package let correction: Correction?
    package let fineAfter: FineCondition?
    package let tiers: [FineTier]
    /// Fines on responsible persons.
    package let persons: [FineTier]
    /// Bans on persons, in words.
    package let bans: [String]
    package let confiscatesGains: Bool
    package let dailyPenalty: Measure?
    package let productionLimit: Measure?
    package let seizure: Measure?
    package let detention: Measure?
    package let crime: Crime?
    /// Further measures in words.
    package let measures: [String]
    /// Remarks of the file: on persons, on detention, on the change of law.
    package let notes: [String]
    /// Whether the text itself was seen.
    package let isVerified: Bool

    /// A tier by its case.
    ///
    /// - Throws: `LawError` with `.unknownChoice`.
    package func tier(_ when: String) throws(LawError) -> FineTier {
        guard let tier = tiers.first(where: { $0.when == when }) else { throw LawError(.unknownChoice, detail: when) }
        return tier
    }
}
