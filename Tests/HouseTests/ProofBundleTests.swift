import Documents
import Foundation
import HJ212
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Second
import Standards
import Storage
import TestKit
import Testing

@testable import Gateway
@testable import House
@testable import Reporting

/// A printed number, taken out of its document and checked without the bureau.
@Suite(.timeLimit(.minutes(15)))
struct ProofBundleTests {
    private static let day = CivilDate(year: 2026, month: 11, day: 20) ?? .first
    private static let mn = "DE00000000000000000000F1"
    // The one for which script/bootstrap installs the package `cryptography`.
    private static let python = "/usr/bin/python3"

    private let bureau: Bureau
    private let key: SigningKey
    private let directory: String

    init() async throws {
        directory =
            FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)").path
        let clock = TestClock()
        bureau = try await Bureau.open(directory + "/data", overlay: nil, clock: { clock.milliseconds })
        key = try SigningKey(
            name: try KeyName("qingheng.example/test"), type: .ed25519, secret: Array(repeating: 5, count: 32))
        for station in ["S1", "S2"] {
            try await bureau.book.record(
                TestStation.registration(station, name: station, by: Capabilities.localOperator))
        }
        // S1 comes by file, S2 by packets.
        var file = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in 1...24 {
            let time = hour == 24 ? "2026-11-21 00:00:00" : "2026-11-20 \(hour < 10 ? "0" : "")\(hour):00:00"
            file += "\(time),S1,7,\(20 + hour),60,\(30 + hour),0.\(hour % 9 + 1),\(hour * 3)\n"
        }
        _ = try await FileImport.run(
            Array(file.utf8), fileName: "hours.csv", format: .air, defaultYear: nil, by: Capabilities.localOperator,
            into: bureau.book, progress: { _ in })
        try await bureau.book.record(
            RegistryActions.bind(
                device: Self.mn, to: "S2", channels: [DeviceChannel(code: "a34004", item: "pm25")],
                by: Capabilities.localOperator))
        clock.advance(seconds: 60)
        let packets = try (0..<24).map { hour in
            PacketEntry(
                receivedMilliseconds: clock.milliseconds, peer: "10.0.0.1:5000",
                verdict: PacketVerdict.accepted.rawValue, raw: try Self.packet(hour: hour))
        }
        try await bureau.book.archive.packets.append(packets)
    }

    private static func packet(hour: Int) throws -> [UInt8] {
        let text = hour < 10 ? "0\(hour)" : "\(hour)"
        var writer = PacketWriter(
            qn: "202611200\(text)000001".suffix(17).description, systemType: .ambientAir, command: .hourData,
            password: "123456", mn: mn, flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": "20261120\(text)0000"])
        writer.add(code: "a34004", [(.average, "\(40 + hour).\(hour % 10)"), (.flag, "N")])
        return try writer.frame()
    }

    private func sealed() async throws -> (document: SealedDocument, claims: ClaimSet) {
        let document = try await bureau.seal("air-daily", period: Self.day.description, signing: key, site: nil)
        let claims = try await bureau.book.database.read { [bureau] connection in
            try SealStore.claims(
                of: document, from: bureau.book.archive, hasher: try LedgerStore.head(in: connection).hasher)
        }
        return (document, claims)
    }

    private func place(_ figure: String, _ arguments: [String: String], in claims: ClaimSet) throws -> Int {
        try #require(
            claims.claims.firstIndex {
                $0.request?.id == figure && $0.request?.arguments == arguments
            })
    }

    /// What Tools/verify.py says of a bundle.
    private func secondVerdict(_ bytes: [UInt8], key: String? = nil) async throws -> (status: Int32, text: String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("bundle-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let output = try await SecondOpinion.output(
            python: Self.python, script: "Tools/verify.py",
            arguments: [file.path] + (key.map { ["--key", $0] } ?? []), input: [])
        return (output.status, String(decoding: output.bytes, as: UTF8.self))
    }

    @Test func `every figure of a sealed document is proved by both verifiers, down to packets and rows`() async throws
    {
        let (_, claims) = try await sealed()
        #expect(claims.claims.count > 20)
        var evidence = 0
        for place in claims.claims.indices {
            let bytes = try await bureau.proof(claims.id(at: place), grade: .full, reason: "test")
            let outcome = try BundleCheck(try ProofBundle(archive: bytes), trusting: key.verifier).run()
            #expect(outcome.id == claims.id(at: place))
            #expect(outcome.claim == claims.claims[place])
            evidence += outcome.evidence
            if place.isMultiple(of: 5) {
                let (status, text) = try await secondVerdict(bytes, key: key.verifier.text)
                #expect(status == 0, "\(text)")
                #expect(text.contains("proved: \(claims.id(at: place).rawValue) (internal)"))
            }
        }
        #expect(evidence > 200)
    }

    @Test func `a mean is traced to the packets of its hours, by their segment and then by their closed day`()
        async throws
    {
        let (_, claims) = try await sealed()
        let place = try place("air.day.value", ["item": "pm25", "place": "S2"], in: claims)
        let bySegment = try ProofBundle(
            archive: try await bureau.proof(claims.id(at: place), grade: .full, reason: "test"))
        #expect(bySegment.evidence.map { $0["kind"]?.text } == ["segment"])
        #expect(bySegment.leaves.count == 24)
        let outcome = try BundleCheck(bySegment).run()
        #expect(outcome.recomputed == 25)
        #expect(outcome.traced == 1)
        #expect(outcome.judged == 0)

        #expect(try await DayKeeper(book: bureau.book).close())
        try await bureau.book.signCheckpoint(with: key)
        let byDay = try ProofBundle(
            archive: try await bureau.proof(claims.id(at: place), grade: .full, reason: "test"))
        #expect(byDay.evidence.map { $0["kind"]?.text } == ["day"])
        _ = try BundleCheck(byDay).run()
        #expect(try await secondVerdict(byDay.archive()).status == 0)
    }

    @Test func `a public bundle proves the number and holds no input, no packet and no row`() async throws {
        let (_, claims) = try await sealed()
        let place = try place("air.day.value", ["item": "pm25", "place": "S1"], in: claims)
        let bytes = try await bureau.proof(claims.id(at: place), grade: .open, reason: "")
        let bundle = try ProofBundle(archive: bytes)
        #expect(try BundleCheck(bundle, trusting: key.verifier).run().grade == .open)
        #expect(try await secondVerdict(bytes, key: key.verifier.text).status == 0)
        #expect(bundle.traces.isEmpty && bundle.evidence.isEmpty && bundle.leaves.isEmpty)
        #expect(bundle.records.count == 1)
        #expect(bundle.inputs.values.allSatisfy { $0.allSatisfy { TreeHash(base64: $0.text ?? "") != nil } })
    }

    @Test func `the bundle with raw data needs a reason and leaves a record; the public one needs neither`()
        async throws
    {
        let (_, claims) = try await sealed()
        let before = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        await #expect(throws: RecordsError(.invalid, field: "reason", detail: "空")) {
            _ = try await bureau.proof(claims.id(at: 0), grade: .full, reason: "")
        }
        _ = try await bureau.proof(claims.id(at: 0), grade: .open, reason: "")
        #expect(try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) } == before)
        _ = try await bureau.proof(claims.id(at: 0), grade: .full, reason: "复议机关调取")
        let record = try await bureau.book.database.read { try RecordStore.record(before + 1, in: $0) }
        #expect(record?.action == SealActions.proofIssued)
        #expect(record?.body["reason"]?.text == "复议机关调取")
    }

    @Test func `a bundle with any part changed is refuted by both verifiers`() async throws {
        let (_, claims) = try await sealed()
        let place = try place("air.day.value", ["item": "pm25", "place": "S2"], in: claims)
        let bytes = try await bureau.proof(claims.id(at: place), grade: .full, reason: "test")
        let entries = try ZipArchive.read(
            bytes, limits: ZipArchive.Limits(entries: 100, totalBytes: 1 << 24, ratio: 100))
        var generator = SeededGenerator(seed: 20_261_126)
        for round in 0..<300 {
            var changed = entries
            let part = round % entries.count
            let text = entries[part].bytes
            let spot = Int.random(in: text.indices, using: &generator)
            changed[part].bytes[spot] ^= UInt8(1 << Int.random(in: 0..<7, using: &generator))
            if Self.saysTheSame(changed[part], as: entries[part]) { continue }
            let forged = try ZipArchive.write(changed)
            #expect(throws: (any Error).self, "\(entries[part].path) at \(spot)") {
                _ = try BundleCheck(try ProofBundle(archive: forged), trusting: key.verifier).run()
            }
            if round.isMultiple(of: 15) {
                let (status, text) = try await secondVerdict(forged, key: key.verifier.text)
                #expect(status != 0, "\(entries[part].path) at \(spot): \(text)")
            }
        }
    }

    /// Whether two files differ only in words for readers, on which no check rests, or in keys that the checker brings himself.
    private static func saysTheSame(_ changed: ZipArchive.Entry, as entry: ZipArchive.Entry) -> Bool {
        func bound(_ bytes: [UInt8]) -> [CanonicalValue]? {
            try? bytes.split(separator: 0x0A).map { line in
                guard var members = try CanonicalValue(canonical: Array(line)).members else { return .null }
                for name in ["shows", "doesNotShow", "keys", "witnesses"] where members["suite"] != nil {
                    members[name] = .null
                }
                for name in ["title", "formula", "unit", "rules", "versions"] where members["step"] != nil {
                    members[name] = .null
                }
                if let inputs = members["inputs"]?.elements, members["step"] != nil {
                    members["inputs"] = .array(
                        inputs.map { input in
                            var input = input.members ?? [:]
                            if input["note"] != nil { input["note"] = .null }
                            return .object(input)
                        })
                }
                return .object(members)
            }
        }
        guard ["bundle.json", "traces.jsonl"].contains(entry.path), let left = bound(changed.bytes) else {
            return false
        }
        return left == bound(entry.bytes)
    }

    @Test func `an input taken away, added, or put in another place is refuted`() async throws {
        let (_, claims) = try await sealed()
        let place = try place("air.day.received", [:], in: claims)
        let bundle = try ProofBundle(
            archive: try await bureau.proof(claims.id(at: place), grade: .full, reason: "test"))
        let inputs = try #require(bundle.inputs[place])
        #expect(inputs.count > 100)
        let forgeries = [
            Array(inputs.dropLast()), inputs + [inputs[0]], [inputs[1], inputs[0]] + inputs.dropFirst(2),
        ]
        for forged in forgeries {
            var parts = bundle.inputs
            parts[place] = forged
            let changed = ProofBundle(
                head: bundle.head, claims: bundle.claims, inputs: parts, records: bundle.records,
                traces: bundle.traces, evidence: bundle.evidence, leaves: bundle.leaves)
            #expect(throws: ReportingError.self) { _ = try BundleCheck(changed, trusting: key.verifier).run() }
            #expect(try await secondVerdict(changed.archive(), key: key.verifier.text).status == 1)
        }
    }

    @Test func `a document is not sealed before its period is over`() async throws {
        await #expect(throws: ReportingError.self) {
            _ = try await bureau.seal("air-daily", period: "2099-01-01", signing: key, site: nil)
        }
        #expect(try await bureau.book.database.read { try SealStore.last("air-daily/2099-01-01", in: $0) } == nil)
    }

    @Test func `another key than the published one is not believed`() async throws {
        let (_, claims) = try await sealed()
        let bytes = try await bureau.proof(claims.id(at: 0), grade: .open, reason: "")
        let other = try SigningKey(
            name: key.verifier.name, type: .ed25519, secret: Array(repeating: 6, count: 32)
        ).verifier
        #expect(throws: LedgerError.self) {
            _ = try BundleCheck(try ProofBundle(archive: bytes), trusting: other).run()
        }
        #expect(try await secondVerdict(bytes, key: other.text).status == 1)
    }

    @Test func `a document is sealed again only when one of its figures or their inputs has changed`() async throws {
        let (document, _) = try await sealed()
        await #expect(
            throws: ReportingError(.unchanged, subject: "air-daily/2026-11-20", detail: "\(document.sequence)")
        ) {
            _ = try await sealed()
        }
        // A value that leaves every printed figure as it was is a change: it is another input.
        let file = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n2026-11-20 05:00:00,S1,7,25,60.1,35,0.6,15\n"
        _ = try await FileImport.run(
            Array(file.utf8), fileName: "late.csv", format: .air, defaultYear: nil, by: Capabilities.localOperator,
            into: bureau.book, progress: { _ in })
        let again = try await sealed().document
        #expect(again.asOf > document.asOf)
        #expect(try await bureau.book.database.read { try SealStore.last("air-daily/2026-11-20", in: $0) } == again)
    }
}
