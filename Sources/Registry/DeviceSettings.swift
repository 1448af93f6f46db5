import Ledger
package import Standards

/// What is recorded of a device besides the object that it watches: whose it is, how it speaks, since when its data count.
package struct DeviceSettings: Hashable, Sendable {
    /// The version of the record's body that is written now.
    static let version: Int64 = 2

    /// Whose device it is. Where the record does not say, it counts as a polluter's, of which less may be asked.
    package var ownership = DeviceOwnership.enterprise
    /// The owner's name; empty when not known.
    package var owner = ""
    /// The form of the protocol by the name that HJ212 gives it (`Dialect`); nil where each packet is to tell it.
    package var dialect: String?
    /// Deviations that are let pass for this device, by the names that HJ212 gives them (`Tolerance`).
    package var tolerances: Set<String> = []
    /// Whether its data are answered when it asks; there are devices that choke on answers.
    package var isAnswered = true
    /// The length of the periods of its minute data (CN 2051). Ten minutes is what loggers send unless set otherwise
    /// (HJ 212-2017, table 4, MinInterval).
    package var minuteSeconds = 600
    /// The length of the periods of its hour data (CN 2061): an hour, or four at water stations.
    package var hourSeconds = 3_600
    /// The time between two packets of realtime data (CN 2011); 0 when it sends none, nil when not known.
    package var realtimeSeconds: Int?
    /// The day of its 验收: data of periods before count as 未验收. Nil when it was not accepted yet.
    package var acceptedOn: CivilDate?
    /// The day of its 联网备案; nil when there was none yet.
    package var filedOn: CivilDate?
    /// The name of its SM4 key in the key store; nil when it has none. The key itself is never in a record.
    package var keyID: String?

    package init() {}

    /// Reads the body of a binding; version 1 knew the length of hour data alone.
    init(body: CanonicalValue) {
        hourSeconds = Int(body["hourSeconds"]?.integer ?? 3_600)
        guard (body["version"]?.integer ?? 1) >= 2 else { return }
        ownership = body["ownership"]?.text.flatMap(DeviceOwnership.init(rawValue:)) ?? .enterprise
        owner = body["owner"]?.text ?? ""
        dialect = body["dialect"]?.text
        tolerances = Set((body["tolerances"]?.elements ?? []).compactMap(\.text))
        isAnswered = body["isAnswered"]?.bool ?? true
        minuteSeconds = Int(body["minuteSeconds"]?.integer ?? 600)
        realtimeSeconds = body["realtimeSeconds"]?.integer.map(Int.init)
        acceptedOn = body["acceptedOn"]?.text.flatMap { CivilDate($0) }
        filedOn = body["filedOn"]?.text.flatMap { CivilDate($0) }
        keyID = body["keyID"]?.text
    }

    /// The members of the body that hold it.
    var members: [String: CanonicalValue] {
        [
            "ownership": .string(ownership.rawValue), "owner": .string(owner),
            "dialect": dialect.map(CanonicalValue.string) ?? .null,
            "tolerances": .array(tolerances.sorted().map(CanonicalValue.string)), "isAnswered": .bool(isAnswered),
            "minuteSeconds": .integer(Int64(minuteSeconds)), "hourSeconds": .integer(Int64(hourSeconds)),
            "realtimeSeconds": realtimeSeconds.map { .integer(Int64($0)) } ?? .null,
            "acceptedOn": acceptedOn.map { .string($0.description) } ?? .null,
            "filedOn": filedOn.map { .string($0.description) } ?? .null,
            "keyID": keyID.map(CanonicalValue.string) ?? .null,
        ]
    }
}
