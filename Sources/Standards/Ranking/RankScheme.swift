/// A ranking of cities, districts or towns: what is measured, how the measures become one order, what equals share.
///
/// Made from a catalog file; several schemes stand side by side, each asked for by its id.
public struct RankScheme: Hashable, Sendable {
    /// Id of the rule, for example `TJ-AIR-RANK-2021`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The measures, in the order of the file.
    public let measures: [RankMeasure]
    /// How they become one number.
    public let combination: RankCombination
    /// How equal values share the ranks of a measure.
    public let kind: RankKind
    /// Measures that order objects with equal scores, the first first, each by its own direction.
    public let tieBreaks: [String]
    /// Which objects share a rank.
    public let sharing: RankSharing
    /// What becomes of an object without a value.
    public let missing: RankMissing
    /// Who is not ranked although it has values; nil for nobody.
    public let exemption: RankExemption?
    /// Least share of valid data in per cent (column `valid_rate`); below it an object counts as missing. Nil asks for none.
    public let leastValidPercent: ExactDecimal?
    /// How many of the best and of the worst are published; nil where all are.
    public let listed: Int?
    /// The id of the money table that goes by the rank; nil for none.
    public let moneyTable: String?
    /// Consequences of repeated places.
    public let sanctions: [RankSanction]

    /// Where the tie-breaks stand among the measures.
    let tieBreakPlaces: [Int]

    /// Makes a scheme.
    ///
    /// - Throws: `.invalidRule` naming the part at fault: no or repeated measures, weights that do not fit the combination
    ///   (one for `value`, together 1 for `efficacy`), tie-breaks and exemptions of unknown measures.
    public init(
        id: String, title: String, measures: [RankMeasure], combination: RankCombination, kind: RankKind,
        tieBreaks: [String], sharing: RankSharing, missing: RankMissing, exemption: RankExemption? = nil,
        leastValidPercent: ExactDecimal? = nil, listed: Int? = nil, moneyTable: String? = nil,
        sanctions: [RankSanction] = []
    ) throws(StandardsError) {
        let keys = measures.map(\.key)
        guard !keys.isEmpty, Set(keys).count == keys.count else {
            throw StandardsError(.invalidRule, subject: "measures")
        }
        let weights = measures.compactMap(\.weight)
        let isWhole = combination != .efficacy || weights.reduce(Rational.zero, +) == 1
        guard !weights.isEmpty, weights.allSatisfy({ $0 > 0 }), isWhole, combination != .value || weights.count == 1
        else { throw StandardsError(.invalidRule, subject: "weight") }
        let places = tieBreaks.compactMap(keys.firstIndex(of:))
        guard places.count == tieBreaks.count else { throw StandardsError(.invalidRule, subject: "tie_break") }
        if let exemption, !keys.contains(exemption.measure) {
            throw StandardsError(.invalidRule, subject: "exempt")
        }
        self.id = id
        self.title = title
        self.measures = measures
        self.combination = combination
        self.kind = kind
        self.tieBreaks = tieBreaks
        self.sharing = sharing
        self.missing = missing
        self.exemption = exemption
        self.leastValidPercent = leastValidPercent
        self.listed = listed
        self.moneyTable = moneyTable
        self.sanctions = sanctions
        tieBreakPlaces = places
    }

    /// Which end of the score is the better one.
    public var betterScore: RankDirection {
        switch combination {
        case .value: measures.first { $0.weight != nil }?.better ?? .low
        case .ranks: .low
        case .efficacy: .high
        }
    }
}
