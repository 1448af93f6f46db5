/// Limits of noise that comes into rooms through the structure of the building.
public struct IndoorNoiseLimits: Hashable, Sendable {
    /// The limits of a kind of room in some zones.
    public struct Row<Limit: Hashable & Sendable>: Hashable, Sendable {
        /// The zones in which the building stands.
        public let zones: Set<NoiseZone>
        /// The kind of room.
        public let room: NoiseRoom
        /// By day.
        public let day: Limit
        /// By night.
        public let night: Limit

        /// Makes a row.
        public init(zones: Set<NoiseZone>, room: NoiseRoom, day: Limit, night: Limit) {
            self.zones = zones
            self.room = room
            self.day = day
            self.night = night
        }
    }

    /// Limits of the equivalent level in dB(A).
    public let levels: [Row<ExactDecimal>]
    /// The centres of the octave bands in Hz.
    public let centres: [ExactDecimal]
    /// Limits of the bands in dB, in the order of `centres`.
    public let bands: [Row<[ExactDecimal]>]

    /// Makes the limits.
    ///
    /// - Throws: `.invalidRule` when a zone and room has several rows or none in one of the tables, or a row has not one
    ///   limit a band.
    public init(
        levels: [Row<ExactDecimal>], centres: [ExactDecimal], bands: [Row<[ExactDecimal]>]
    ) throws(StandardsError) {
        for row in bands where row.day.count != centres.count || row.night.count != centres.count {
            throw StandardsError(.invalidRule, subject: "octave_bands", value: "\(row.day.count)")
        }
        let zones = levels.reduce(into: Set<NoiseZone>()) { $0.formUnion($1.zones) }
        for zone in zones {
            for room in NoiseRoom.allCases {
                guard levels.count(where: { $0.zones.contains(zone) && $0.room == room }) == 1,
                    bands.count(where: { $0.zones.contains(zone) && $0.room == room }) == 1
                else { throw StandardsError(.invalidRule, subject: "\(zone.rawValue)\(room.rawValue)") }
            }
        }
        self.levels = levels
        self.centres = centres
        self.bands = bands
    }

    /// The limit of the equivalent level in a room in dB(A).
    ///
    /// - Throws: `.unknownItem` for a zone without a row.
    public func level(
        _ zone: NoiseZone, _ room: NoiseRoom, _ period: NoisePeriod
    ) throws(StandardsError) -> ExactDecimal {
        try Self.limit(levels, zone, room, period)
    }

    /// The limits of the octave bands in a room in dB, in the order of `centres`.
    ///
    /// - Throws: `.unknownItem` for a zone without a row.
    public func bands(
        _ zone: NoiseZone, _ room: NoiseRoom, _ period: NoisePeriod
    ) throws(StandardsError) -> [ExactDecimal] {
        try Self.limit(bands, zone, room, period)
    }

    /// The centres of the bands in which measured levels exceed the limit.
    ///
    /// - Throws: `.wrongCount` unless there is one level a band, `.unknownItem` for a zone without a row.
    public func exceededBands(
        _ levels: [ExactDecimal], _ zone: NoiseZone, _ room: NoiseRoom, _ period: NoisePeriod
    ) throws(StandardsError) -> [ExactDecimal] {
        guard levels.count == centres.count else {
            throw StandardsError(.wrongCount, subject: "octave_bands", value: "\(levels.count)")
        }
        let limits = try bands(zone, room, period)
        return centres.indices.filter { levels[$0] > limits[$0] }.map { centres[$0] }
    }

    private static func limit<Limit>(
        _ rows: [Row<Limit>], _ zone: NoiseZone, _ room: NoiseRoom, _ period: NoisePeriod
    ) throws(StandardsError) -> Limit {
        guard let row = rows.first(where: { $0.zones.contains(zone.undivided) && $0.room == room }) else {
            throw StandardsError(.unknownItem, subject: zone.rawValue)
        }
        return period == .day ? row.day : row.night
    }
}
