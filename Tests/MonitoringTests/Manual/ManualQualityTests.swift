import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

/// Blanks and parallels, exactly at their bounds.
struct ManualQualityTests {
    private func findings(_ rows: [[String]]) async throws -> [ManualQualityFinding] {
        let (bureau, report) = try await ManualFixture.reported(rows)
        let catalog = bureau.catalog
        return try await bureau.book.database.read { connection in
            let rules = try ManualRules(catalog, on: ManualFixture.now.beijingDate)
            return try ManualQualityStore.findings(of: report, rule: rules.quality, rules: rules, in: connection)
        }
    }

    @Test func `a report with good blanks and parallels has nothing to explain`() async throws {
        let found = try await findings(ManualFixture.goodRows)
        #expect(found.allSatisfy { $0.isGood })
        #expect(found.count { $0.kind == .parallel } == 4)
        #expect(found.count { $0.kind == .fieldBlank } == 4)
    }

    // COD up to 50 mg/L: 20 %. |16 − 24| / 40 is exactly 20 %; |15.9 − 24| / 39.9 is 20.3 %.
    @Test(arguments: [("16", "24", true), ("15.9", "24", false)])
    func `a parallel at its bound is good and one beyond it is not`(
        _ first: String, _ second: String, _ isGood: Bool
    ) async throws {
        var rows = ManualFixture.goodRows
        rows[9][2] = first
        rows[10][2] = second
        let found = try await findings(rows)
        #expect(found.first { $0.kind == .parallel && $0.item == "cod" }?.isGood == isGood)
    }

    @Test func `a blank that shows the item is not good, and a missing one is named`() async throws {
        var rows = ManualFixture.goodRows
        rows[2][2] = "0.6"
        rows.remove(at: 5)
        let found = try await findings(rows).filter { !$0.isGood }
        #expect(found.map(\.kind) == [.fieldBlank, .fewBlanks])
        #expect(found.map(\.item) == ["codmn", "nh3n"])
    }

    @Test func `a duplicate of the laboratory is held against its sample`() async throws {
        let rows = ManualFixture.goodRows + [["W1-1009-1", "总磷", "0.150", "mg/L", "0.01", "", "室内平行"]]
        let found = try await findings(rows).filter { $0.kind == .duplicate }
        // |0.118 − 0.150| / 0.268 = 11.94 %; 10 % from 0.025 to 0.6 mg/L.
        #expect(found.map(\.isGood) == [false])
        #expect(found.first?.text.contains("相对偏差 11.9 %，允许 10 %") == true)
    }
}
