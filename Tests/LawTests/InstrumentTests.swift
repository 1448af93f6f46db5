import Catalog
import Law
import Standards
import Testing

/// What may be cited on which day.
struct InstrumentTests {
    private func book() throws -> InstrumentBook { try InstrumentBook(try LawFixture.catalog.get()) }

    @Test func `a law that the code replaced is cited for conduct before it and refused from its first day on`() throws
    {
        let book = try book()
        for name in ["大气污染防治法", "大气法", "固废法", "环境影响评价法"] {
            #expect(throws: Never.self) { try book.instrument(name, on: LawFixture.change.adding(days: -1)) }
            let error = #expect(throws: LawError.self) { try book.instrument(name, on: LawFixture.change) }
            #expect(error?.code == .repealed)
            #expect(error?.message.contains("自 2026-08-15 起废止") == true)
            #expect(error?.message.contains("《生态环境法典》") == true)
        }
    }

    @Test func `the code is refused for a day before it`() throws {
        let error = #expect(throws: LawError.self) {
            try book().instrument("生态环境法典", on: LawFixture.change.adding(days: -1))
        }
        #expect(error?.code == .notYetInForce)
    }

    @Test func `the rule of procedure is that of the step, so an old step keeps the old one`() throws {
        let book = try book()
        #expect(try book.instrument("生态环境行政处罚办法", on: LawFixture.day("2023-07-01")).number == "生态环境部令第30号")
        #expect(throws: LawError.self) { try book.instrument("环境行政处罚办法", on: LawFixture.day("2023-07-01")) }
        #expect(try book.instrument("环境行政处罚办法", on: LawFixture.day("2023-06-30")).kind == .departmentRule)
    }

    @Test func `a name that is not on file is refused`() throws {
        #expect(throws: LawError(.unknownInstrument, detail: "环境保护基本法")) {
            try book().instrument("环境保护基本法", on: LawFixture.change)
        }
    }

    @Test func `the ten laws that the code repeals end together on the eve of its first day`() throws {
        let ended = try book().all.filter { $0.kind == .law && $0.effective.to == LawFixture.change.adding(days: -1) }
        #expect(ended.count == 10)
        #expect(ended.allSatisfy { $0.replacement == "《生态环境法典》" })
    }
}
