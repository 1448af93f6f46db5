/// Where a message goes to or comes from: what its head says beside number and command.
public struct DeviceAddress: Sendable, Hashable {
    /// The number of the device.
    public var mn: String
    /// Its access password.
    public var password: String
    /// The system type of its station.
    public var systemType: SystemType
    /// The form of the protocol.
    public var dialect: Dialect

    /// An address.
    public init(mn: String, password: String, systemType: SystemType, dialect: Dialect) {
        self.mn = mn
        self.password = password
        self.systemType = systemType
        self.dialect = dialect
    }
}
