import Foundation
import Gateway
import Hummingbird
import Records
import TestKit
import Testing

@testable import Site

/// The text format that Prometheus reads: https://prometheus.io/docs/instrumenting/exposition_formats/
struct MetricsTests {
    /// What a scraper makes of a text; it refuses what the format does not allow.
    private struct Exposition {
        struct Fault: Error { let line: String }

        var types: [String: String] = [:]
        var helps: [String: String] = [:]
        /// By family, in the order of the text.
        var samples: [String: [(name: String, labels: [String: String], value: Double)]] = [:]

        init(_ text: String) throws {
            #expect(text.hasSuffix("\n"))
            var family = ""
            var finished: Set<String> = []
            for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
                if let match = line.wholeMatch(of: #/# HELP ([a-z_:][a-z0-9_:]*) (.+)/#) {
                    finished.insert(family)
                    family = String(match.1)
                    guard helps.updateValue(String(match.2), forKey: family) == nil, !finished.contains(family) else {
                        throw Fault(line: line)
                    }
                } else if let match = line.wholeMatch(of: #/# TYPE ([a-z0-9_:]+) (counter|gauge|histogram)/#) {
                    guard match.1 == family, samples[family] == nil,
                        types.updateValue(String(match.2), forKey: family) == nil
                    else { throw Fault(line: line) }
                } else if let match = line.wholeMatch(of: #/([a-z0-9_:]+)(?:\{(.*)\})? (-?[0-9]+(?:\.[0-9]+)?)/#) {
                    let name = String(match.1)
                    let suffixes = types[family] == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                    guard suffixes.contains(where: { family + $0 == name }), let value = Double(match.3) else {
                        throw Fault(line: line)
                    }
                    samples[family, default: []].append((name, try Self.labels(match.2.map(String.init)), value))
                } else {
                    throw Fault(line: line)
                }
            }
        }

        private static func labels(_ text: String?) throws -> [String: String] {
            guard var rest = text.map({ Substring($0) }) else { return [:] }
            var labels: [String: String] = [:]
            while !rest.isEmpty {
                guard let match = rest.prefixMatch(of: #/([a-z_][a-z0-9_]*)="((?:[^"\\]|\\[\\n"])*)"(,|$)/#),
                    labels.updateValue(String(match.2), forKey: String(match.1)) == nil
                else { throw Fault(line: text ?? "") }
                rest = rest[match.range.upperBound...]
            }
            return labels
        }

        func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
            samples[name]?.first { $0.labels == labels }?.value
        }
    }

    @Test func `what is told can be read, every family has its help and its type, and names follow the conventions`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        let tally = GatewayTally()
        try await SiteFixture.test(bureau, tally: tally, monitor: SiteFixture.monitor(bureau)) { site in
            _ = try await site.get("/water")
            _ = try await site.get("/nothing/here")
            _ = try await site.get("/rules/none")
            let answer = try await site.get("/metrics")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            let page = try Exposition(answer.text)
            #expect(Set(page.types.keys) == Set(page.helps.keys))
            for (name, type) in page.types {
                #expect(name.hasSuffix("_total") == (type == "counter"), "\(name)")
                #expect(page.helps[name]?.hasSuffix(".") == true, "\(name)")
                #expect(name.hasPrefix("qingheng_") || name.hasPrefix("process_"), "\(name)")
            }
            for (name, samples) in page.samples where page.types[name] != "histogram" {
                #expect(
                    Set(samples.map { "\($0.labels.sorted { $0.key < $1.key })" }).count == samples.count, "\(name)")
            }
            #expect(page.value("qingheng_packet_log_stalled") == 0)
            #expect(page.value("qingheng_projection_lag_packets") == 0)
            #expect(page.value("process_resident_memory_bytes") ?? 0 > 1_000_000)
            let requests = "qingheng_http_requests_total"
            #expect(page.value(requests, ["route": "/water", "method": "GET", "status": "200"]) == 1)
            #expect(page.value(requests, ["route": "/rules/{rule}", "method": "GET", "status": "404"]) == 1)
            #expect(page.value(requests, ["route": "NotFound", "method": "GET", "status": "404"]) == 1)
        }
    }

    @Test func `the classes of a histogram rise to its count`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau, tally: GatewayTally(), monitor: SiteFixture.monitor(bureau)) { site in
            _ = try await site.get("/water")
            let page = try Exposition(try await site.get("/metrics").text)
            for (name, samples) in page.samples where page.types[name] == "histogram" {
                let groups = Dictionary(grouping: samples) { sample in
                    sample.labels.filter { $0.key != "le" }
                }
                for rows in groups.values {
                    let classes = rows.filter { $0.name == name + "_bucket" }
                    let values = classes.map(\.value)
                    #expect(values == values.sorted(), "\(name)")
                    #expect(classes.last?.labels["le"] == "+Inf")
                    #expect(rows.first { $0.name == name + "_count" }?.value == values.last, "\(name)")
                    #expect(rows.contains { $0.name == name + "_sum" }, "\(name)")
                }
            }
        }
    }

    @Test func `no device number stands in a metric`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau, tally: GatewayTally(), monitor: SiteFixture.monitor(bureau)) { site in
            _ = try await site.get("/devices")
            #expect(!(try await site.get("/metrics").text.contains(SiteFixture.device)))
        }
    }

    @Test func `labels and help are escaped, milliseconds are exact seconds`() throws {
        var text = MetricsText()
        text.family("x", .gauge, "a\\b\nc", [([("l", "q\"\\\n")], "1")])
        #expect(text.text == "# HELP x a\\\\b\\nc\n# TYPE x gauge\nx{l=\"q\\\"\\\\\\n\"} 1\n")
        _ = try Exposition(text.text)
        for (milliseconds, seconds) in [(0, "0"), (1, "0.001"), (2_500, "2.5"), (60_000, "60"), (-1_010, "-1.01")] {
            #expect(MetricsText.seconds(milliseconds: Int64(milliseconds)) == seconds)
        }
    }

    @Test func `every metric stands in the page for operators, and no other`() async throws {
        let bureau = try await SiteFixture.bureau()
        let board = try await ForwardedBureau.board(of: bureau)
        try LastBackup(milliseconds: 1_795_000_000_123, place: "/mnt/1", sequence: 1).note(in: bureau.directory)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("Docs/operations.md"), encoding: .utf8)
        let documented = Set(page.matches(of: #/\| `([a-z_]+)` \| (?:gauge|counter|histogram)/#).map { String($0.1) })
        try await SiteFixture.test(
            bureau, tally: GatewayTally(), forwarding: board, monitor: SiteFixture.monitor(bureau)
        ) { site in
            let told = try Exposition(try await site.get("/metrics").text)
            // The store of a test has another name than that of a bureau, so that its size is not told.
            #expect(Set(told.types.keys).union(["qingheng_database_bytes"]) == documented)
            #expect(told.value("qingheng_last_backup_timestamp_seconds") == 1_795_000_000)
        }
    }
}
