package import Catalog
package import Standards

/// A table of administrative discretion (自由裁量权基准): how a fine follows from the circumstances of a case.
///
/// Four models are in use (procedures §3.2): weights that are added up, bands whose mean is the rule, the same weights spread
/// between the least and the most that the law allows, and grades whose combination is left to the province.
package struct DiscretionTable: Hashable, Sendable {
    package enum Model: String, CaseIterable, Sendable, Hashable {
        /// `fine = min(100 %, base + Σ weights) × scale` (Guangdong 2022).
        case weights
        /// A combination of circumstances names a range; its mean is the rule (Guangdong 2022, article 12).
        case bands
        /// `fine = [Y + Σ weights × (1 − Y)] × most`, with Y = least ÷ most (Hunan 2021).
        case interpolated
        /// Grades 1 to 5; no formula is on file, so none is computed (环执法〔2019〕42号, annex).
        case grades
    }

    /// A row of a factor.
    package struct Level: Hashable, Sendable {
        package let name: String
        /// In per cent; of grades the grade itself.
        package let weight: Rational
    }

    /// A circumstance; the levels stand from the lightest to the gravest.
    package struct Factor: Hashable, Sendable {
        package let name: String
        package let levels: [Level]
    }

    /// What the percentage is applied to, and where it begins.
    package struct Scale: Hashable, Sendable {
        /// E.g. 限期内改正, 个人; 一般 where there is one.
        package let name: String
        /// Where the sum begins, in per cent.
        package let base: Rational
        /// The sum counts for no less, in per cent; nil for no floor.
        package let floor: Rational?
        /// The amount of 100 per cent; nil where it is `share` of an amount of the case.
        package let whole: Money?
        /// Per cent of `of` that 100 per cent is, e.g. 5 of 建设项目总投资额; nil where `whole` says it.
        package let share: Rational?
        package let of: String?
    }

    /// A range of the model of bands.
    package struct Band: Hashable, Sendable {
        package let when: String
        package let range: ClosedRange<Money>
    }

    /// How far a result may be moved for reasons that the table does not count.
    package struct Adjustment: Hashable, Sendable {
        /// Heavier or lighter by at most so many per cent of the most that the law allows.
        package let greatestShare: Rational
        /// When the fine is mitigated below the least, it stays at least so many per cent of that.
        package let leastMitigated: Rational
        package let basis: String
    }

    /// What a public apology with a promise takes off, and where it is not accepted.
    package struct Apology: Hashable, Sendable {
        /// So many per cent of the amount that the table gives.
        package let shares: ClosedRange<Rational>
        /// Cases in which it is not accepted, in words; the rest of the list is in the instrument.
        package let excluded: [String]
        package let basis: String
    }

    package let id: String
    package let title: String
    package let effective: Effective
    package let confidence: Confidence
    /// The code of the violation.
    package let violation: String
    package let model: Model
    /// The law for which it was made: as its provision is named, or a beginning of that name.
    package let madeFor: String
    /// Whether the range of the later law is the same, so that the table still serves as a model there.
    package let servesLater: Bool
    package let factors: [Factor]
    package let scales: [Scale]
    package let bands: [Band]
    package let adjustment: Adjustment?
    package let apology: Apology?
    /// What has to be known where the case goes by another law than the table was made for.
    package let note: String?
}
