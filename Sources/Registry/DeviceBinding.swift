/// What a device watches and what its codes mean, from a moment on.
package struct DeviceBinding: Sendable {
    /// The device's number in upper case.
    package let mn: String
    /// The record that says so.
    package let sequence: Int64
    /// When it was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    package let sinceMilliseconds: Int64
    /// The id of the object it watches.
    package let object: String
    /// Whose it is, how it speaks, since when its data count.
    package let settings: DeviceSettings
    package let channels: [DeviceChannel]

    /// The length of the periods of its hour data (CN 2061).
    package var hourSeconds: Int { settings.hourSeconds }

    /// The meaning of a code, compared without regard to case.
    package func channel(for code: String) -> DeviceChannel? {
        channels.first { $0.code == code.lowercased() }
    }
}
