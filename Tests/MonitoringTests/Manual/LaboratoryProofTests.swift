import Ledger
import Monitoring
import Records
import Storage
import TestKit
import Testing

/// Whether what a report said can be shown to others row by row.
struct LaboratoryProofTests {
    @Test func `a row of a report is proved by its own record, and found in the column of results`() async throws {
        let (bureau, id) = try await ManualFixture.reported()
        let archive = bureau.book.archive
        try await bureau.book.database.read { connection in
            let report = try #require(try LaboratoryStore.report(id, in: connection))
            let line = try #require(
                try LaboratoryStore.rows(of: id, in: connection).first { $0.item == "codmn" && $0.kind == .sample }?
                    .line)
            let hasher = try LedgerStore.head(in: connection).hasher
            var proved: [ProvedLeaves] = []
            var places: [EvidencePlace?] = []
            for source in MonitoringCapability.capability.evidence {
                let found = try source.prove(
                    [.importRow(batch: report.sequence, line: Int64(line))], through: report.sequence, in: connection,
                    from: archive, hasher: hasher)
                proved += found
                for group in found {
                    places += try source.places(
                        of: [(InputID("water-sample", ["W1", "codmn", "1791510000"]), 1)], in: group, from: connection,
                        archive)
                }
            }
            #expect(proved.map(\.record) == [report.sequence])
            let leaves = proved.flatMap(\.leaves).map { String(decoding: $0, as: UTF8.self) }
            #expect(leaves.first == "样品编号,检测项目,检测结果,单位,检出限,检测方法,样品类型")
            #expect(leaves.last == "W1-1009-1,高锰酸盐指数,4.2,mg/L,0.5,GB 11892-89,样品")
            #expect(places == [EvidencePlace(field: "检测结果", text: "4.2")])
        }
    }

    @Test func `the audit reads every report again and finds a file that is gone`() async throws {
        let (bureau, id) = try await ManualFixture.reported()
        func audit() async throws -> [AuditFinding] {
            let findings = Findings()
            for audit in MonitoringCapability.capability.audits {
                _ = try await audit.run(bureau.book) { findings.add($0) }
            }
            return findings.all
        }
        #expect(try await audit().isEmpty)
        let paper = try await bureau.book.database.read { try LaboratoryStore.report(id, in: $0)?.files.paper }
        try ManualFiles.remove(try #require(paper), from: bureau.directory)
        let found = try await audit()
        #expect(found.map(\.fault) == ["附件缺失或内容已改变"])
    }
}
