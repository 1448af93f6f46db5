import HJ212
import Monitoring
import Registry
import Storage

extension PacketProjection {
    /// What a run of packets adds up to.
    struct Batch: Sendable {
        private(set) var readings = PreparedReadings()
        /// When which device gave readings of which object.
        private(set) var sources: [ReadingSource: ClosedRange<Int64>] = [:]
        private(set) var quarantined: [(LoggedPacket, String, QuarantineReason)] = []
        private let keys: KeyStore
        /// How devices are understood, by the record of the binding that says so.
        private var devices: [Int64: (device: DeviceDirectory.Device, channels: ChannelTable)] = [:]

        init(keys: KeyStore) { self.keys = keys }

        /// Reads a packet.
        ///
        /// - Returns: what it gives, in the order of its items.
        @discardableResult
        mutating func add(_ logged: LoggedPacket, bindings: DeviceBindings) -> [Reading] {
            let verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
            // What we sent says nothing of a device.
            if verdict == .sent { return [] }
            guard let packet = Packet(kept: logged.entry.raw) else { return [] }
            let mn = packet.deviceNumber
            // What came before its key was known is judged anew when it is.
            guard verdict.isAccepted || verdict == .ciphered, !mn.isEmpty else { return [] }
            guard let binding = bindings.binding(of: mn, receivedMilliseconds: logged.entry.receivedMilliseconds)
            else {
                quarantined.append((logged, mn, .unknownDevice))
                return []
            }
            let (device, channels) = understanding(of: binding, among: bindings)
            switch PacketReadings.readings(
                of: packet, binding: binding, device: device, channels: channels, logged: logged)
            {
            case .success(let found):
                if !found.isEmpty {
                    note(ReadingSource(object: binding.object, mn: mn), at: logged.entry.receivedMilliseconds)
                }
                readings.add(found)
                return found
            case .failure(let refusal):
                quarantined.append((logged, mn, .judged(refusal.reason)))
                return []
            }
        }

        /// Takes in what comes after this.
        mutating func merge(_ other: Batch) {
            readings.merge(other.readings)
            sources.merge(other.sources) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
            quarantined += other.quarantined
        }

        private mutating func note(_ source: ReadingSource, at received: Int64) {
            let known = sources[source] ?? received...received
            sources[source] = min(known.lowerBound, received)...max(known.upperBound, received)
        }

        private mutating func understanding(
            of binding: DeviceBinding, among bindings: DeviceBindings
        ) -> (device: DeviceDirectory.Device, channels: ChannelTable) {
            if let known = devices[binding.sequence] { return known }
            let fresh = (
                DeviceDirectory.Device(
                    binding.settings, keys: DeviceKeys(bindings.bindings(of: binding.mn), from: keys)),
                ChannelTable(binding.channels)
            )
            devices[binding.sequence] = fresh
            return fresh
        }
    }
}
