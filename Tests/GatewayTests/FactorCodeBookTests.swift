import Catalog
import HJ212
import Standards
import Testing

@testable import Gateway

/// The codes of HJ 212 as the catalog ships them.
struct FactorCodeBookTests {
    private let codes: FactorCodeBook

    init() throws {
        let catalog = try RuleCatalog.load(overlay: nil, environment: [:])
        codes = try FactorCodeBook(catalog, on: try #require(CivilDate("2026-11-26")))
    }

    @Test func `every file is valid and all codes of Annex B are there`() throws {
        #expect(FactorCodeBook.faults(in: try RuleCatalog.load(overlay: nil, environment: [:])) == [])
        #expect(codes.table.count >= 379)
    }

    @Test(arguments: [
        ("w01018", "化学需氧量", "mg/L", "011"), ("W21003", "氨氮", "mg/L", "060"), ("a21026", "二氧化硫", "mg/m³", "02"),
    ])
    func `a code names its factor in any case of letters`(code: String, name: String, unit: String, old: String) throws
    {
        let entry = try #require(codes.entry(for: code))
        #expect(entry.name == name)
        #expect(entry.unit == unit)
        #expect(entry.oldCode == old)
        #expect(codes.table.entries(forOld: old).contains(entry))
    }

    @Test func `a code of a device's number is found by its pattern, an unknown one is not made up`() {
        #expect(codes.table.entries(for: "e10102").isEmpty == false)
        #expect(codes.entry(for: "zz9999") == nil)
        // The standard prints this code for a pump and for a dosing flow.
        #expect(codes.table.entries(for: "e70101").count > 1)
        #expect(codes.entry(for: "e70101") == nil)
    }

    @Test func `fine particles sent in micrograms are proposed as nanograms shifted by three`() throws {
        let trap = try #require(codes.traps.first { $0.code == "a34004" })
        let sent = Array(repeating: SentDecimal(units: 35, scale: 0), count: UnitTrap.neededValues)
        #expect(trap.judge(sent) == .shifted(by: 3))
        #expect(codes.aliases["PM25"] == "a34004")
    }
}
