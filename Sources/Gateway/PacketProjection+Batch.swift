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
        /// The devices that packets came from, by their number.
        private var devices: [String: KnownDevice] = [:]

        init(keys: KeyStore) { self.keys = keys }

        /// Reads a packet.
        ///
        /// - Returns: what it gives.
        @discardableResult
        mutating func add(_ logged: LoggedPacket, bindings: DeviceBindings) -> ReadingMessage? {
            let verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
            // What we sent says nothing of a device.
            if verdict == .sent { return nil }
            guard let packet = Packet(kept: logged.entry.raw) else { return nil }
            let mn = packet.deviceNumber
            // What came before its key was known is judged anew when it is.
            guard verdict.isAccepted || verdict == .ciphered, !mn.isEmpty else { return nil }
            let device = devices[mn, default: KnownDevice(bindings.bindings(of: mn))]
                .bound(receivedMilliseconds: logged.entry.receivedMilliseconds, keys: keys)
            guard let device else {
                quarantined.append((logged, mn, .unknownDevice))
                return nil
            }
            switch PacketReadings.message(of: packet, by: device, logged: logged) {
            case .success(let message):
                guard let message else { return nil }
                note(ReadingSource(object: message.object, mn: mn), at: logged.entry.receivedMilliseconds)
                readings.add(message)
                return message
            case .failure(let refusal):
                quarantined.append((logged, mn, .judged(refusal.reason)))
                return nil
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

        /// The bindings of a device, and how it is understood by each that was asked for.
        private struct KnownDevice {
            private let bindings: [DeviceBinding]
            private var understood: [BoundDevice?]

            init(_ bindings: [DeviceBinding]) {
                self.bindings = bindings
                understood = Array(repeating: nil, count: bindings.count)
            }

            /// The device by the binding that holds for a packet; nil when it is not registered.
            mutating func bound(receivedMilliseconds: Int64, keys: KeyStore) -> BoundDevice? {
                guard let index = DeviceBindings.index(in: bindings, receivedMilliseconds: receivedMilliseconds)
                else { return nil }
                if let known = understood[index] { return known }
                let fresh = BoundDevice(bindings[index], keys: DeviceKeys(bindings, from: keys))
                understood[index] = fresh
                return fresh
            }
        }
    }
}
