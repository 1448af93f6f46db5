/// Limits of noise at the boundary of works, places of business and building sites (GB 12348, GB 22337, GB 12523).
public struct NoiseEmissionStandard: Hashable, Sendable {
    /// Sudden noises at night.
    public enum Sudden: String, Hashable, Sendable, CaseIterable {
        /// 频发: often and with a certain regularity.
        case frequent
        /// 偶发: rarely and without.
        case occasional
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The limits by zone in dB(A); empty where one pair holds everywhere.
    public let zoneLimits: [NoiseZone: NoiseLimit]
    /// The limits that hold in every zone without a row.
    public let generalLimit: NoiseLimit?
    /// By how much the largest level may exceed the night limit; empty where the standard limits none.
    public let suddenExcess: [Sudden: ExactDecimal]
    /// By how much limits are lower when the boundary is so near that it is measured indoors; nil where not foreseen.
    public let indoorReduction: ExactDecimal?
    /// Limits of noise carried by the structure; nil where the standard has none.
    public let indoor: IndoorNoiseLimits?
    /// The background correction; nil where the file has none.
    public let background: NoiseBackground?

    /// Makes the standard.
    ///
    /// - Throws: `.invalidRule` for a standard without limits or with limits that are no levels.
    public init(
        id: String, title: String, zoneLimits: [NoiseZone: NoiseLimit], generalLimit: NoiseLimit?,
        suddenExcess: [Sudden: ExactDecimal], indoorReduction: ExactDecimal?, indoor: IndoorNoiseLimits?,
        background: NoiseBackground?
    ) throws(StandardsError) {
        let limits = Array(zoneLimits.values) + (generalLimit.map { [$0] } ?? [])
        guard !limits.isEmpty, limits.allSatisfy(\.isUsable) else {
            throw StandardsError(.invalidRule, subject: "limits")
        }
        for excess in suddenExcess.values where excess.isNegative {
            throw StandardsError(.invalidRule, subject: "night_sudden", value: excess.description)
        }
        self.id = id
        self.title = title
        self.zoneLimits = zoneLimits
        self.generalLimit = generalLimit
        self.suddenExcess = suddenExcess
        self.indoorReduction = indoorReduction
        self.indoor = indoor
        self.background = background
    }

    /// The limit at the boundary in dB(A); 4a and 4b have that of zone 4.
    ///
    /// - Parameter isMeasuredIndoors: whether the boundary is less than 1 m from the building, so that it is measured
    ///   inside.
    /// - Throws: `.unknownItem` for a zone without limits, or for indoors where the standard does not foresee it.
    public func limit(
        _ zone: NoiseZone, _ period: NoisePeriod, isMeasuredIndoors: Bool = false
    ) throws(StandardsError) -> ExactDecimal {
        guard let limit = zoneLimits[zone.undivided] ?? generalLimit else {
            throw StandardsError(.unknownItem, subject: zone.rawValue)
        }
        guard isMeasuredIndoors else { return limit[period] }
        guard let indoorReduction else { throw StandardsError(.unknownItem, subject: "indoor") }
        return try limit[period] - indoorReduction
    }

    /// The largest level a sudden noise may reach at night in dB(A).
    ///
    /// - Throws: `.unknownItem` for a zone without limits or a kind of noise the standard does not limit.
    public func suddenLimit(_ zone: NoiseZone, _ kind: Sudden) throws(StandardsError) -> ExactDecimal {
        guard let excess = suddenExcess[kind] else { throw StandardsError(.unknownItem, subject: kind.rawValue) }
        return try limit(zone, .night) + excess
    }
}
