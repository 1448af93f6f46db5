package import Standards

/// A device as it is bound now, in a line of a list.
package struct RegisteredDevice: Sendable {
    /// The number, in upper case.
    package let mn: String
    /// The id of the object it watches.
    package let object: String
    /// Nil when the object is not there.
    package let kind: ObjectKind?
    /// The name of the object.
    package let name: String
    /// Of an outlet; empty for other objects.
    package let enterprise: String
    /// `air` or `water`, of an outlet; empty for other objects.
    package let medium: String
    /// Who owns the device; empty when not known.
    package let owner: String
    /// The day of its 验收; nil when it was not accepted yet.
    package let acceptedOn: CivilDate?
    /// The time between two packets of realtime data; 0 when it sends none, nil when not known.
    package let realtimeSeconds: Int?
    /// The length of the periods of its minute data.
    package let minuteSeconds: Int
    /// The length of the periods of its hour data.
    package let hourSeconds: Int
}
