import HJ212
import Registry
import Storage

extension DeviceHealthProjection {
    /// What a run of packets adds up to. Rows are read once and written once, whatever the number of their packets.
    struct Batch {
        private let connection: WriteConnection
        private let keys: KeyStore
        /// The keys of devices that cipher what they send: asked once a batch.
        private var keysOfDevices: [String: DeviceKeys?] = [:]
        private var devices: [String: DeviceAccount] = [:]
        private var strangers: [String: StrangerAccount] = [:]
        /// Numbers that are not registered, or were registered when: asked once a batch.
        private var registrations: [String: Int64?] = [:]
        private var strangerCount: Int?

        init(_ connection: WriteConnection, keys: KeyStore) {
            self.connection = connection
            self.keys = keys
        }

        mutating func add(_ packet: HeardPacket) throws {
            guard let since = try registration(of: packet.mn), since <= packet.receivedMilliseconds else {
                try addStranger(packet)
                return
            }
            var readable = packet
            if packet.isCiphered, let content = packet.packet {
                readable = packet.reading(try deciphered(content, of: packet.mn))
            }
            devices[packet.mn, default: DeviceAccount(since: since)].add(readable)
        }

        private mutating func deciphered(_ packet: Packet, of mn: String) throws -> Packet {
            if let known = keysOfDevices[mn] { return known?.readable(packet) ?? packet }
            let found = try DeviceKeys(of: mn, from: keys, in: connection.reading)
            keysOfDevices[mn] = .some(found)
            return found?.readable(packet) ?? packet
        }

        /// When a device was registered, in milliseconds since 1970-01-01T00:00:00Z; its row is read by the way.
        private mutating func registration(of mn: String) throws -> Int64? {
            if let known = registrations[mn] { return known }
            var since: Int64?
            if let account = try DeviceStore.account(of: mn, in: connection.reading) {
                devices[mn] = account
                since = account.since
            } else {
                since = try RegistryStore.firstBindingMilliseconds(of: mn, in: connection.reading)
            }
            registrations[mn] = .some(since)
            return since
        }

        private mutating func addStranger(_ packet: HeardPacket) throws {
            var name = packet.mn
            if strangers[name] == nil {
                if let known = try StrangerAccount.read(name, in: connection.reading) {
                    strangers[name] = known
                } else if try countOfStrangers() < DeviceHealthProjection.greatestStrangers {
                    strangers[name] = StrangerAccount(packet)
                    strangerCount = try countOfStrangers() + 1
                } else {
                    name = DeviceHealthProjection.collectiveName
                    if strangers[name] == nil {
                        strangers[name] =
                            try StrangerAccount.read(name, in: connection.reading) ?? StrangerAccount(packet)
                    }
                }
            }
            strangers[name]?.add(packet)
        }

        private mutating func countOfStrangers() throws -> Int {
            if let strangerCount { return strangerCount }
            let count = try StrangerAccount.count(in: connection.reading)
            strangerCount = count
            return count
        }

        /// Writes what was added up, in the order of the keys, so that neighbours are written together.
        func write() throws {
            let names = devices.keys.sorted()
            try connection.upsert(
                into: "device_health", DeviceAccount.columns,
                onConflict: "(mn) DO UPDATE SET "
                    + DeviceAccount.columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "),
                names.lazy.compactMap { mn in devices[mn]?.values(mn: mn) })
            var hours: [(hour: Int64, mn: String, account: HourAccount)] = []
            for mn in names { hours += (devices[mn]?.hours ?? [:]).map { ($0.key, mn, $0.value) } }
            hours.sort { ($0.hour, $0.mn) < ($1.hour, $1.mn) }
            try connection.upsert(
                into: "device_hour", HourAccount.columns, onConflict: HourAccount.merging,
                hours.lazy.map { $0.account.values(hour: $0.hour, mn: $0.mn) })
            try connection.upsert(
                into: "device_stranger", StrangerAccount.columns, onConflict: StrangerAccount.replacing,
                strangers.sorted { $0.key < $1.key }.lazy.map { $0.value.values(mn: $0.key) })
        }
    }
}
