import HJ212
import Monitoring
import Registry
import Storage

extension PacketProjection {
    /// What a run of packets adds up to.
    struct Batch {
        private(set) var readings: [Reading] = []
        /// When which device gave readings of which object.
        private(set) var sources: [ReadingSource: ClosedRange<Int64>] = [:]
        private(set) var quarantined: [(LoggedPacket, String, QuarantineReason)] = []
        /// How devices are understood, by the record of the binding that says so.
        private var devices: [Int64: DeviceDirectory.Device] = [:]

        mutating func add(_ logged: LoggedPacket, bindings: DeviceBindings) {
            let verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
            // What we sent says nothing of a device.
            if verdict == .sent { return }
            guard let packet = Packet(kept: logged.entry.raw) else { return }
            let mn = packet.deviceNumber
            guard verdict.isAccepted, !mn.isEmpty else { return }
            guard let binding = bindings.binding(of: mn, receivedMilliseconds: logged.entry.receivedMilliseconds)
            else {
                quarantined.append((logged, mn, .unknownDevice))
                return
            }
            let device = device(of: binding)
            switch PacketReadings.readings(of: packet, binding: binding, device: device, logged: logged) {
            case .success(let found):
                if !found.isEmpty {
                    note(ReadingSource(object: binding.object, mn: mn), at: logged.entry.receivedMilliseconds)
                }
                readings += found
            case .failure(let refusal): quarantined.append((logged, mn, .judged(refusal.reason)))
            }
        }

        private mutating func note(_ source: ReadingSource, at received: Int64) {
            let known = sources[source] ?? received...received
            sources[source] = min(known.lowerBound, received)...max(known.upperBound, received)
        }

        private mutating func device(of binding: DeviceBinding) -> DeviceDirectory.Device {
            if let known = devices[binding.sequence] { return known }
            let device = DeviceDirectory.Device(binding.settings)
            devices[binding.sequence] = device
            return device
        }
    }
}
