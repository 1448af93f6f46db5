import Catalog
import Standards
import Testing

@testable import Casework

/// The procedures of the catalog: all of them can be walked, every deadline has its ground.
struct ShippedProcedureTests {
    @Test func `all forty-nine procedures load without a fault`() throws {
        let faults = ProcedureBook.faults(in: try ShippedRules.catalog.get())
        #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(60).map(\.description).joined(separator: "\n"))")
        #expect(Set(try ShippedRules.procedures.get().procedures.map(\.id)).count == 49)
    }

    @Test func `every clock names the article it rests on and says how sure that is`() throws {
        for procedure in try ShippedRules.procedures.get().procedures {
            for clock in procedure.clocks {
                #expect(!clock.basis.isEmpty, "\(procedure.id) \(clock.name)")
                #expect(clock.confidence == .official || clock.note != nil, "\(procedure.id) \(clock.name)")
            }
        }
    }

    @Test func `a measure that restricts a party ends on its day, days off or not`() throws {
        let book = try ShippedRules.procedures.get()
        let today = try day("2026-11-22")
        #expect(try book.procedure("SEIZE", on: today).clock("查封扣押期限")?.roll == Roll.none)
        #expect(try book.procedure("LIMIT", on: today).clock("限制生产期限")?.roll == Roll.none)
    }

    @Test func `periods of five and seven days of the penalty law are workdays`() throws {
        let procedure = try ShippedRules.procedures.get().procedure("PEN-GENERAL", on: day("2026-11-22"))
        for name in ["陈述申辩期", "听证申请期", "送达期限", "公开期限"] {
            #expect(procedure.clock(name)?.length.unit == .working, "\(name)")
        }
        #expect(procedure.clock("办案期限")?.length == PeriodLength(90, .calendar))
        #expect(procedure.clock("办案期限")?.pauses.count == 8)
        #expect(procedure.guardCounts.checked >= 20)
        #expect(procedure.guardCounts.attested >= 5)
    }

    @Test func `an article of the code is cited only for what was done after it took effect`() throws {
        let procedure = try ShippedRules.procedures.get().procedure("PEN-GENERAL", on: day("2026-08-14"))
        #expect(!procedure.basis.text(on: try day("2026-08-14")).contains("法典"))
        #expect(procedure.basis.text(on: try day("2026-08-15")).contains("生态环境法典"))
    }

    @Test func `a day before the first version has no procedure and an unknown one names those there are`() throws {
        let book = try ShippedRules.procedures.get()
        #expect(throws: CatalogError(.nothingInForce, rule: "PEN-GENERAL", date: try day("2023-06-30"))) {
            try book.procedure("PEN-GENERAL", on: try day("2023-06-30"))
        }
        #expect(throws: CatalogError.self) { try book.procedure("PEN-GENERIC", on: try day("2026-01-01")) }
    }
}
