package import HJ212
import Synchronization

/// Over which connection each device was heard last, and how it calls itself there.
///
/// Many devices may share a connection, and a device may open a second while the first hangs half-open: the newest counts.
/// It may be lost with the process, like the connections themselves.
package final class LineTable: Sendable {
    /// A device as it was heard last.
    package struct Entry: Sendable {
        /// The connection; nil since it ended.
        package fileprivate(set) var line: DeviceLine?
        /// The head of its own packets, which ours repeat: the number as it writes it, password, system type, dialect.
        package fileprivate(set) var address: DeviceAddress
        /// How it is understood.
        package fileprivate(set) var profile: DeviceProfile
        /// Since when it is heard over this connection, in milliseconds since 1970-01-01T00:00:00Z.
        package fileprivate(set) var sinceMilliseconds: Int64
    }

    private let state = Mutex([String: Entry]())

    package init() {}

    /// Takes note of packets that came over a connection.
    /// - Returns: devices that were not heard over it before.
    @discardableResult
    func heard(_ packets: [KeptPacket], over line: DeviceLine) -> [String] {
        state.withLock { devices in
            var news: [String] = []
            var last: String?
            for kept in packets {
                // Most groups are of one device, and nothing of it has changed.
                if kept.mn == last { continue }
                last = kept.mn
                guard devices[kept.mn]?.line !== line else { continue }
                devices[kept.mn] = Entry(
                    line: line, address: Self.address(of: kept, before: devices[kept.mn]?.address),
                    profile: kept.profile,
                    sinceMilliseconds: kept.wallMilliseconds)
                news.append(kept.mn)
            }
            return news
        }
    }

    /// A device has another password now; its packets show it, but only those of a new connection are looked at.
    func changed(_ password: String, of mn: String) {
        state.withLock { $0[mn]?.address.password = password }
    }

    /// A connection has ended.
    /// - Returns: the devices that were reachable over it.
    @discardableResult
    func closed(_ line: DeviceLine) -> [String] {
        state.withLock { devices in
            let lost = devices.filter { $0.value.line === line }.map(\.key)
            for mn in lost { devices[mn]?.line = nil }
            return lost
        }
    }

    /// A device as it was heard last; nil when it was not since the start of the process.
    package func entry(of mn: String) -> Entry? { state.withLock { $0[mn] } }

    /// The devices that can be reached now, and since when.
    package var reachable: [String: Int64] {
        state.withLock { $0.compactMapValues { $0.line == nil ? nil : $0.sinceMilliseconds } }
    }

    /// Answers of a device carry the system type of the exchange and not its own.
    private static func address(of kept: KeptPacket, before: DeviceAddress?) -> DeviceAddress {
        let packet = kept.packet
        let sent = packet.systemType.flatMap { $0 == .interaction ? nil : $0 }
        return DeviceAddress(
            mn: packet.head(.mn)?.string ?? kept.mn, password: packet.head(.pw)?.string ?? before?.password ?? "",
            systemType: sent ?? kept.profile.systemType ?? before?.systemType ?? .interaction,
            dialect: kept.profile.dialect)
    }
}
