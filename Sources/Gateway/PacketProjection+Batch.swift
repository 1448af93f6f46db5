import HJ212
import Monitoring
import Registry
import Storage

extension PacketProjection {
    /// What a run of packets adds up to.
    struct Batch {
        /// Counts of one device.
        struct Health {
            var packets: Int64 = 0
            var wrongChecksum: Int64 = 0
            var wrongLength: Int64 = 0
            var broken: Int64 = 0
            var firstReceived: Int64
            var lastReceived: Int64
            var lastAddress: Int64
        }

        private(set) var readings: [Reading] = []
        private(set) var quarantined: [(LoggedPacket, String, PacketReadings.Refusal)] = []
        private(set) var health: [String: Health] = [:]

        mutating func add(_ logged: LoggedPacket, bindings: DeviceBindings, countsHealth: Bool = true) {
            let verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
            // What we sent says nothing of a device.
            if verdict == .sent { return }
            guard let packet = Packet(record: logged.entry.raw) else { return }
            let mn = packet.deviceNumber
            if countsHealth { count(logged, verdict: verdict, mn: mn) }
            guard verdict.isAccepted, !mn.isEmpty else { return }
            guard let binding = bindings.binding(of: mn, receivedMilliseconds: logged.entry.receivedMilliseconds)
            else {
                quarantined.append((logged, mn, .unknownDevice))
                return
            }
            switch PacketReadings.readings(of: packet, binding: binding, logged: logged) {
            case .success(let found): readings += found
            case .failure(let refusal): quarantined.append((logged, mn, refusal.reason))
            }
        }

        private mutating func count(_ logged: LoggedPacket, verdict: PacketVerdict, mn: String) {
            let received = logged.entry.receivedMilliseconds
            var health =
                self.health[mn]
                ?? Health(
                    firstReceived: received, lastReceived: received, lastAddress: logged.address.rawValue)
            health.packets += 1
            switch verdict {
            case .accepted, .sent: break
            case .acceptedWrongLength: health.wrongLength += 1
            case .wrongChecksum: health.wrongChecksum += 1
            case .broken, .ciphered, .tooLong: health.broken += 1
            }
            health.lastReceived = received
            health.lastAddress = logged.address.rawValue
            self.health[mn] = health
        }
    }
}
