import Gateway
import HJ212
import Records
import Standards
import Storage

/// The metrics of the server. Labels name routes, verdicts, deviations and platforms, which are few, and never a device.
enum ServerMetrics {
    /// Everything there is to tell.
    static func text(_ sample: HealthSample, _ services: SiteServices) -> String {
        var out = MetricsText()
        if let monitor = services.monitor {
            out.family(
                "qingheng_build_info", .gauge, "The version that runs; always 1.",
                [([("version", monitor.version)], "1")])
            out.single(
                "qingheng_uptime_seconds", .gauge, "Seconds since the server started.", monitor.uptimeSeconds)
        }
        if let counts = sample.gateway { gateway(counts, &out) }
        out.single(
            "qingheng_gateway_quarantine_bytes", .gauge, "What packets of unregistered devices take up of their quota.",
            services.monitor?.quarantinedBytes())
        log(sample, services.book.archive.packets, &out)
        upstreams(sample, &out)
        out.single(
            "qingheng_last_backup_timestamp_seconds", .gauge,
            "When the last backup was begun, in seconds since 1970; missing where none was made.",
            sample.lastBackup.map { $0.milliseconds / 1_000 })
        process(sample.process, &out)
        if let counts = services.monitor?.requests.counts { requests(counts, &out) }
        return out.text
    }

    private static func gateway(_ counts: GatewayTally.Counts, _ out: inout MetricsText) {
        out.single("qingheng_gateway_connections", .gauge, "Connections of devices now.", counts.connections)
        out.single("qingheng_gateway_frames_total", .counter, "Frames judged.", counts.packets)
        let accepted = counts.packets - counts.wrongChecksums - counts.wrongLengths - counts.broken
        out.family(
            "qingheng_gateway_frames_by_verdict_total", .counter, "Frames judged, by verdict.",
            [
                ("accepted", accepted), ("accepted-wrong-length", counts.wrongLengths),
                ("wrong-checksum", counts.wrongChecksums), ("broken", counts.broken),
            ].map { ([("verdict", $0.0)], String($0.1)) })
        out.family(
            "qingheng_gateway_deviations_total", .counter,
            "Deviations let pass, set aside or refused, by name; see Docs/hj212.md.",
            counts.deviations.counts.sorted { $0.key < $1.key }.map { ([("deviation", $0.key)], String($0.value)) })
        out.single(
            "qingheng_gateway_unanswered_total", .counter,
            "Frames that asked for an answer and got none because their device is not registered.", counts.unanswered)
        out.single(
            "qingheng_gateway_lost_total", .counter,
            "Frames neither kept nor answered because the quota of unregistered devices is used up.", counts.lost)
        out.single(
            "qingheng_gateway_unwritten_groups_total", .counter, "Groups of frames that could not be written.",
            counts.unwrittenGroups)
        out.family(
            "qingheng_gateway_connections_closed_total", .counter, "Connections closed by the gateway, by reason.",
            ConnectionClosing.allCases.map { ([("reason", $0.rawValue)], String(counts.closed[$0] ?? 0)) })
        out.single(
            "qingheng_gateway_held_up_total", .counter, "How often a connection was not read from for a while.",
            counts.heldUp)
        out.single("qingheng_gateway_answers_total", .counter, "Answers given to devices.", counts.latency.count)
        let name = "qingheng_gateway_answer_seconds"
        out.histogram(name, "Time from the arrival of a frame to its answer on the way.")
        out.rows(
            of: name, bounds: AnswerLatency.bounds, counts: counts.latency.counts,
            sumMilliseconds: counts.latency.sumMilliseconds)
    }

    private static func log(_ sample: HealthSample, _ log: PacketLog, _ out: inout MetricsText) {
        out.single(
            "qingheng_packet_log_synced_bytes_total", .counter,
            "Bytes of the packet log on disk since its beginning.", sample.logEnd)
        out.single(
            "qingheng_packet_log_stalled", .gauge, "1 while packets wait because the disk takes none.",
            sample.stall == nil ? 0 : 1)
        out.single(
            "qingheng_packet_log_waiting_bytes", .gauge, "Bytes that wait for the disk in a stall.",
            sample.stall?.waitingBytes ?? 0)
        out.family(
            "qingheng_packet_log_segments", .gauge,
            "Segments of the packet log: ended and not closed yet, closed, removed after their time.",
            [
                ("ended", log.endedSegments.count), ("closed", log.closedSegments.count),
                ("expired", log.expiredSegments.count),
            ].map { ([("state", $0.0)], String($0.1)) })
        out.single(
            "qingheng_projection_lag_packets", .gauge, "Packets in the log that are not projected yet.",
            sample.projection?.packets)
        out.single(
            "qingheng_projection_lag_seconds", .gauge, "Age of the oldest packet that is not projected yet.",
            sample.projection?.seconds(at: sample.time))
    }

    private static func upstreams(_ sample: HealthSample, _ out: inout MetricsText) {
        let all = sample.upstreams.sorted { $0.key < $1.key }
        func family(
            _ name: String, _ kind: MetricsText.Kind, _ help: String, _ value: (String, UpstreamStatus) -> Int64
        ) {
            out.family(
                "qingheng_upstream_" + name, kind, help,
                all.map { ([("upstream", $0.key)], String(value($0.key, $0.value))) })
        }
        guard !all.isEmpty else { return }
        family("connected", .gauge, "1 while the line to an upper platform is up.") { $1.phase == .connected ? 1 : 0 }
        family("lag_packets", .gauge, "Packets for an upper platform that it has not acknowledged.") { id, _ in
            Int64(sample.upstreamLags[id]?.packets ?? 0)
        }
        family("lag_seconds", .gauge, "Age of the oldest packet that an upper platform has not acknowledged.") {
            id, _ in sample.upstreamLags[id]?.seconds(at: sample.time) ?? 0
        }
        family("packets_total", .counter, "Packets that an upper platform has acknowledged.") { $1.state.packets }
        family("resent_total", .counter, "Packets sent again.") { Int64($1.resent) }
        family("stray_answers_total", .counter, "Answers that answer nothing on its way.") { Int64($1.strayAnswers) }
        family("refused_requests_total", .counter, "Requests to devices that were refused.") {
            Int64($1.refusedRequests)
        }
        family("unwritable_total", .counter, "Packets that could not be written anew for an upper platform.") {
            Int64($1.unwritable.values.reduce(0, +))
        }
        family("broken_lines_total", .counter, "Lines that ended or could not be made.") { Int64($1.brokenLines) }
    }

    private static func process(_ state: ProcessState, _ out: inout MetricsText) {
        out.single("process_resident_memory_bytes", .gauge, "Resident memory of the process.", state.residentBytes)
        out.single("process_open_fds", .gauge, "Open file descriptors.", state.openFiles)
        out.single("process_max_fds", .gauge, "The most file descriptors there may be.", state.greatestOpenFiles)
        out.single("qingheng_disk_free_bytes", .gauge, "Room on the disk of the data directory.", state.freeBytes)
        out.single("qingheng_disk_size_bytes", .gauge, "Size of the disk of the data directory.", state.totalBytes)
        out.single(
            "qingheng_database_bytes", .gauge, "Size of the database with its write-ahead log.", state.databaseBytes)
    }

    private static func requests(_ counts: RequestTally.Counts, _ out: inout MetricsText) {
        let all = counts.requests.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }
        out.family(
            "qingheng_http_requests_total", .counter, "Requests, by route, method and status.",
            all.map {
                (
                    [("route", $0.key.route), ("method", $0.key.method), ("status", String($0.key.status))],
                    String($0.value)
                )
            })
        let name = "qingheng_http_request_duration_seconds"
        out.histogram(name, "Time to answer a request, by route.")
        for (route, durations) in counts.durations.sorted(by: { $0.key < $1.key }) {
            out.rows(
                of: name, labels: [("route", route)], bounds: RequestTally.bounds, counts: durations.counts,
                sumMilliseconds: durations.sumMilliseconds)
        }
    }
}
