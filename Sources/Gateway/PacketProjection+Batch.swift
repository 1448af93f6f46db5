import HJ212
import Monitoring
import Registry
import Storage

extension PacketProjection {
    /// What a run of packets adds up to.
    struct Batch {
        private(set) var readings: [Reading] = []
        private(set) var quarantined: [(LoggedPacket, String, PacketReadings.Refusal)] = []

        mutating func add(_ logged: LoggedPacket, bindings: DeviceBindings) {
            let verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
            // What we sent says nothing of a device.
            if verdict == .sent { return }
            guard let packet = Packet(record: logged.entry.raw) else { return }
            let mn = packet.deviceNumber
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
    }
}
