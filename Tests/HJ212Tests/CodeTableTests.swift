import Foundation
import Testing

@testable import HJ212

/// The code tables that the product ships, read from the catalog's file line by line.
struct CodeTableTests {
    private static let entries: [FactorCode] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Catalog/gateway/codes-2017.yaml")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var table: FactorCode.Table?
        var entries: [FactorCode] = []
        for line in text.split(separator: "\n") {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if let name = FactorCode.Table(rawValue: String(trimmed.dropLast())) { table = name }
            guard trimmed.hasPrefix("- {"), let table else { continue }
            let field = { (name: String) -> String? in
                guard let start = trimmed.range(of: "\(name): \"") else { return nil }
                return String(trimmed[start.upperBound...].prefix { $0 != "\"" })
            }
            entries.append(
                FactorCode(
                    table: table, code: field("code") ?? "", name: field("name") ?? "", oldCode: field("old"),
                    unit: field("unit"), amountUnit: field("amount"), form: field("form")))
        }
        return entries
    }()

    private let table = CodeTable(entries)

    @Test func `all 379 codes of the six tables are there`() {
        let counts = Dictionary(grouping: Self.entries, by: \.table).mapValues(\.count)
        #expect(
            counts == [.water: 63, .air: 121, .noise: 12, .waterProcess: 90, .gasProcess: 55, .information: 38])
        #expect(table.count == 379)
        #expect(Self.entries.allSatisfy { !$0.code.isEmpty && !$0.name.isEmpty })
    }

    @Test(.enabled(if: SharedVectors.arePresent, "../shared/data/hj212/codes-2017.tsv is absent"))
    func `codes, names and old codes are those of the published table`() throws {
        let file = SharedVectors.file.deletingLastPathComponent().appendingPathComponent("codes-2017.tsv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows.count == Self.entries.count)
        for (row, entry) in zip(rows, Self.entries) {
            #expect(row[1] == entry.code)
            #expect(row[2].filter { !$0.isWhitespace } == entry.name, "\(entry.code)")
            #expect((row[3] == "-" || row[3].isEmpty ? nil : row[3]) == entry.oldCode, "\(entry.code)")
        }
    }

    @Test(arguments: [
        ("w01018", ["化学需氧量"]), ("W01018", ["化学需氧量"]), ("e10101", ["进水口流量"]), ("e10199", ["进水口流量"]),
        ("i33310", ["炉膛内上部焚烧温度"]), ("i33400", ["生产负荷"]), ("LA", ["A权声级"]), ("e101", []), ("e1010", []), ("e101xy", []),
        ("a2101", []), ("pm25", []), ("", []), ("x", []),
    ])
    func `a code is found as devices send it, and an unknown one is not made up`(code: String, names: [String]) {
        #expect(table.entries(for: code).map(\.name) == names)
    }

    @Test(arguments: ["e70101", "g11901"])
    func `a code that the standard uses twice is found twice`(code: String) {
        #expect(table.entries(for: code).count == 2)
    }

    @Test(arguments: [("011", ["w01018"]), ("060", ["w21003"]), ("b01", ["w00000"]), ("101", ["w21011"]), ("999", [])])
    func `codes of 2005 lead to those of today`(old: String, codes: [String]) {
        #expect(table.entries(forOld: old).map(\.code).filter { codes.contains($0) } == codes)
        if codes.isEmpty { #expect(table.entries(forOld: old).isEmpty) }
    }

    @Test func `particles are sent in nanograms by the standard`() {
        for code in ["a34001", "a34002", "a34004", "a34005"] {
            #expect(table.entries(for: code).first?.unit == "ng/m³")
        }
    }

    private let fine = UnitTrap(code: "a34004", power: 3, plausible: 1000...1_000_000)

    private func values(_ units: Int64, scale: Int = 0, count: Int = 100) -> [SentDecimal] {
        (0..<count).map { SentDecimal(units: units + Int64($0 % 3), scale: scale) }
    }

    @Test func `the unit of a new device is proposed from the median of its first hundred values`() {
        #expect(fine.judge(values(35, count: 99)) == .tooFew)
        #expect(fine.judge(values(35)) == .shifted(by: 3))
        #expect(fine.judge(values(75_600_000, scale: 3)) == .asInTable)
        #expect(fine.judge(values(35, scale: 3)) == .unclear)
        // A few spikes do not move the median.
        #expect(fine.judge(values(35) + values(5_000_000, count: 20)) == .shifted(by: 3))
        let pressure = UnitTrap(code: "a01006", power: -1, plausible: 50...110)
        #expect(pressure.judge(values(10_185, scale: 2)) == .asInTable)
        #expect(pressure.judge(values(1002)) == .shifted(by: -1))
    }

    @Test(arguments: [(999, false), (1000, true), (1_000_000, true), (1_000_001, false)] as [(Int64, Bool)])
    func `the ends of what is plausible belong to it`(value: Int64, isPlausible: Bool) {
        let values = Array(repeating: SentDecimal(units: value, scale: 0), count: 100)
        #expect((fine.judge(values) == .asInTable) == isPlausible)
    }

    @Test func `numbers of different scales compare exactly, also beyond 64 bits`() {
        let ordered = [
            SentDecimal(units: -1, scale: -30), SentDecimal(units: -5, scale: 0), SentDecimal(units: -50, scale: 2),
            SentDecimal(units: 0, scale: 5), SentDecimal(units: 401, scale: 1), SentDecimal(units: 4011, scale: 2),
            SentDecimal(units: Int64.max, scale: 0), SentDecimal(units: 1, scale: -30),
        ]
        for (left, right) in zip(ordered, ordered.dropFirst()) {
            #expect(UnitTrap.isLess(left, right))
            #expect(!UnitTrap.isLess(right, left))
        }
    }
}
