package import HJ212
package import Registry

extension DeviceDirectory {
    /// How a registered device is understood.
    package struct Device: Sendable {
        /// Its profile; the dialect in it is the one registered, or a stand-in where none is.
        private let registered: DeviceProfile
        private let namesDialect: Bool
        /// Nil for devices without any.
        private let keys: DeviceKeys?

        package init(_ settings: DeviceSettings, keys: DeviceKeys?) {
            self.keys = keys
            let dialect = settings.dialect.flatMap(Dialect.init(rawValue:))
            namesDialect = dialect != nil
            var profile = DeviceProfile(dialect ?? .v2017)
            profile.minuteInterval = settings.minuteSeconds / 60
            profile.hourInterval = settings.hourSeconds / 3_600
            if !settings.isAnswered { profile.answers = .never }
            for tolerance in settings.tolerances.compactMap(Tolerance.init(rawValue:)) {
                switch tolerance {
                case .checksumSwapped: profile.checksums.insert(.swapped)
                case .checksumModbus: profile.checksums.formUnion([.modbus, .modbusSwapped])
                case .checksumIgnored: profile.checksums.formUnion([.wrong, .notHex, .absent])
                case .hour24: profile.readsHour24 = true
                case .labelledByEnd: profile.timeLabel = .end
                default: break
                }
            }
            registered = profile
        }

        /// The profile by which a packet is judged: a dialect that nobody registered is told by the packet itself.
        package func profile(for packet: Packet) -> DeviceProfile {
            if namesDialect, keys == nil { return registered }
            var profile = registered
            if !namesDialect { profile.dialect = Dialect(guessedFrom: packet) }
            // Asked each time, for a key that is on its way to the device is added while it sends.
            if let keys { profile.keys = keys.ring }
            return profile
        }
    }
}
