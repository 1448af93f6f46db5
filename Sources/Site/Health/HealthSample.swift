import Gateway
import Records
import Standards
import Storage

/// How the server stood at one moment.
package struct HealthSample: Sendable {
    let time: Instant
    /// Counts of the gateway since its start; nil where none runs.
    let gateway: GatewayTally.Counts?
    /// The last sign of life of the bureau's gateway, wherever it runs, in milliseconds since 1970-01-01T00:00:00Z; nil for none.
    let gatewayBeat: Int64?
    /// Where the packet log ends, in bytes since its beginning.
    let logEnd: Int64
    /// Why packets wait for the disk; nil when they do not.
    let stall: PacketLogStall?
    /// What is not projected yet; nil when it could not be told.
    let projection: PacketLag?
    /// By id of the platform.
    let upstreams: [String: UpstreamStatus]
    let upstreamLags: [String: PacketLag]
    let process: ProcessState
    /// Keys that should be there and are not, by their ids in order.
    let missingKeys: [String]
    /// What the data directory remembers of its last backup.
    let lastBackup: LastBackup?
}

extension HealthSample {
    /// Looks.
    ///
    /// Reads some mebibytes of the log and asks the file system: inside a read of the store, not on a thread of the pool.
    init(_ services: SiteServices, _ monitor: ServerMonitor?, in connection: ReadConnection) throws {
        let log = services.book.archive.packets
        let cursor = try RecordStore.packetCursor(in: connection) ?? log.start
        let statuses = services.forwarding?.statuses ?? [:]
        var lags: [String: PacketLag] = [:]
        for id in statuses.keys { lags[id] = (try? services.forwarding?.lag(of: id, in: log)) ?? nil }
        self.init(
            time: services.clock(), gateway: services.gatewayTally?.counts,
            gatewayBeat: try GatewayUptimeState.lastBeat(in: connection), logEnd: log.durableEnd.rawValue,
            stall: log.stall, projection: try? PacketLag(from: cursor, in: log), upstreams: statuses,
            upstreamLags: lags, process: ProcessState(dataDirectory: monitor?.dataDirectory),
            missingKeys: try Self.missingKeys(services.keys, in: connection),
            lastBackup: (monitor?.dataDirectory).flatMap { LastBackup(of: $0) })
    }

    private static func missingKeys(_ keys: KeyStore, in connection: ReadConnection) throws -> [String] {
        let recorded = try KeyRegister.missing(from: keys, in: connection)
        return Set(try recorded + KeyRegister.devicesWithoutKey(from: keys, in: connection).map(\.id)).sorted()
    }
}

extension PacketLag {
    /// The age of the first packet, in seconds; 0 when there is none.
    func seconds(at now: Instant) -> Int64 {
        guard let first = firstReceivedMilliseconds else { return 0 }
        return max(0, Instant(milliseconds: first).seconds(until: now))
    }
}
