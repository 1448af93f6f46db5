import Catalog
import Records
import Storage
import TestKit
import Testing

@testable import Reporting

/// Counts of what lies below a figure.
struct EvidenceSurveyTests {
    /// A day of two halves that share their middle hour; each hour has a packet or a row.
    private struct Tree: FigureSource {
        let views: [DocumentedView] = []

        func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
            let below: [String: [String]] = ["day/1": ["half/1", "half/2"], "half/1": ["hour/1", "hour/2"]]
            let evidence: [String: [InputTrace.Evidence]] = [
                "hour/1": [.packet(PacketAddress(rawValue: 7)), .packet(PacketAddress(rawValue: 3))],
                "hour/2": [.importRow(batch: 4, line: 2)], "hour/3": [.importRow(batch: 4, line: 3)],
            ]
            let id = input.rawValue
            if id == "half/2" { return step(input, ["hour/2", "hour/3"], []) }
            guard below[id] != nil || evidence[id] != nil else { return nil }
            return step(input, below[id] ?? [], evidence[id] ?? [])
        }

        private func step(_ id: InputID, _ inputs: [String], _ evidence: [InputTrace.Evidence]) -> InputTrace {
            InputTrace(
                id: id, title: "", value: nil, unit: "", formula: "",
                inputs: inputs.map { TracedInput(id: InputID(rawValue: $0), label: "", value: nil) },
                evidence: evidence)
        }
    }

    private func survey(_ roots: [String], limit: Int) async throws -> EvidenceSurvey? {
        let bureau = try await TestBureau([])
        return try await bureau.book.database.read { connection in
            try EvidenceSurvey(
                below: roots.map(InputID.init(rawValue:)), sources: [Tree()], in: connection,
                from: bureau.book.archive, limit: limit)
        }
    }

    private func kinds(_ counts: BranchCounts) -> [String] { counts.inputs.map { "\($0.name) \($0.count)" } }

    @Test func `what lies below is counted by level, each thing once, down to packets and rows`() async throws {
        let survey = try #require(try await survey(["day/1"], limit: 100))
        #expect(kinds(survey.total) == ["day 1", "half 2", "hour 3"])
        #expect(kinds(survey.counts(below: InputID(rawValue: "day/1"))) == ["half 2", "hour 3"])
        #expect(survey.total.packets == 2)
        #expect(survey.total.importRows == 2)
        #expect(survey.total.importBatches == 1)
        let half = survey.counts(below: InputID(rawValue: "half/2"))
        #expect(kinds(half) == ["hour 2"])
        #expect(half.packets == 0)
        #expect(half.importRows == 2)
    }

    @Test func `a branch that is larger than the limit is not counted at all`() async throws {
        #expect(try await survey(["day/1"], limit: 6) != nil)
        #expect(try await survey(["day/1"], limit: 5) == nil)
    }
}
