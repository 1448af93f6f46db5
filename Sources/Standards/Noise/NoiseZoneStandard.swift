/// Limits of acoustic function zones (GB 3096-2008, Table 1, and 5.4 for sudden noise at night).
public struct NoiseZoneStandard: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The limits by zone in dB(A).
    public let limits: [NoiseZone: NoiseLimit]
    /// What each zone is, in the words of the standard.
    public let zoneNames: [NoiseZone: String]
    /// How far the largest level of a sudden noise may exceed the night limit, in dB(A).
    public let nightSuddenExcess: ExactDecimal

    /// Makes the standard.
    ///
    /// - Throws: `.invalidRule` for limits that are no levels, a night louder than the day, or a negative excess.
    public init(
        id: String, title: String, limits: [NoiseZone: NoiseLimit], zoneNames: [NoiseZone: String],
        nightSuddenExcess: ExactDecimal
    ) throws(StandardsError) {
        guard !limits.isEmpty else { throw StandardsError(.invalidRule, subject: "limits") }
        for (zone, limit) in limits where !limit.isUsable {
            throw StandardsError(.invalidRule, subject: zone.rawValue)
        }
        guard !nightSuddenExcess.isNegative else {
            throw StandardsError(.invalidRule, subject: "night_sudden_excess", value: nightSuddenExcess.description)
        }
        self.id = id
        self.title = title
        self.limits = limits
        self.zoneNames = zoneNames
        self.nightSuddenExcess = nightSuddenExcess
    }

    /// The limit of a zone by day or night in dB(A).
    ///
    /// - Throws: `.unknownItem` for a zone the standard does not have.
    public func limit(_ zone: NoiseZone, _ period: NoisePeriod) throws(StandardsError) -> ExactDecimal {
        guard let limit = limits[zone] else { throw StandardsError(.unknownItem, subject: zone.rawValue) }
        return limit[period]
    }

    /// Whether a level, already rounded as it is published, meets the limit: `level ≤ limit`.
    ///
    /// - Throws: `.unknownItem` for a zone the standard does not have.
    public func isMet(_ level: ExactDecimal, zone: NoiseZone, period: NoisePeriod) throws(StandardsError) -> Bool {
        level <= (try limit(zone, period))
    }

    /// Whether the largest level of a sudden noise at night is at most the night limit plus `nightSuddenExcess`.
    ///
    /// - Throws: `.unknownItem` for a zone the standard does not have.
    public func isSuddenMet(_ maximum: ExactDecimal, zone: NoiseZone) throws(StandardsError) -> Bool {
        maximum <= (try limit(zone, .night) + nightSuddenExcess)
    }
}
