/// Whose device it is: it decides what may be asked of it.
package enum DeviceOwnership: String, Sendable, CaseIterable {
    /// The bureau's own: an ambient station.
    case bureau
    /// The polluter's: its settings are not ours to change.
    case enterprise
}
