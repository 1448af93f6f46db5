import Standards
import Testing

@testable import Registry

/// The one form in which values are kept, whatever people write.
struct SourceValueTests {
    private func field(_ type: SourceFieldType) -> SourceField {
        SourceField(
            name: "x", title: "某", type: type, unit: nil, isRequired: false, isPersonal: false, keepsDoubtful: false,
            aliases: [], note: nil)
    }

    @Test(arguments: ["2026-03-01", "2026/3/1", "2026.03.01", "2026年3月1日", "20260301", "２０２６-03-01 12:30:00"])
    func `days are read in the forms in which people write them`(_ text: String) throws {
        #expect(try field(.date).value(of: text) == "2026-03-01")
    }

    @Test(arguments: ["2026-02-30", "3月1日", "26-03-01", "昨天"])
    func `what is no day is refused`(_ text: String) {
        #expect(throws: ValueFault.self) { try field(.date).value(of: text) }
    }

    @Test func `numbers are exact, with no more decimals than the kind has`() throws {
        let area = field(.decimal(decimals: 2, least: 0, greatest: nil))
        #expect(try area.value(of: "１,234.50") == "1234.50")
        #expect(try area.value(of: "0.100000") == "0.100000")
        #expect(throws: ValueFault.self) { try area.value(of: "1.234") }
        #expect(throws: ValueFault.self) { try area.value(of: "-1") }
        #expect(throws: ValueFault.self) { try area.value(of: "约5") }
        #expect(try field(.whole(0...10)).value(of: "007") == "7")
        #expect(throws: ValueFault.self) { try field(.whole(0...10)).value(of: "11") }
    }

    @Test func `a list keeps every item once, and a comma between digits separates nothing`() throws {
        #expect(
            try field(.list).value(of: "氨（氨气）,硫化氢；1,2-二氯乙烷，硫化氢\n甲烷") == "氨（氨气）、硫化氢、1,2-二氯乙烷、甲烷")
    }

    @Test func `truths are 是 or 否`() throws {
        #expect(try ["有", "Y", "1"].map { try field(.flag).value(of: $0) } == ["是", "是", "是"])
        #expect(try field(.flag).value(of: "无") == "否")
        #expect(throws: ValueFault.self) { try field(.flag).value(of: "也许") }
    }

    @Test func `a place keeps its datum, and lies in China`() throws {
        #expect(try field(.point).value(of: "117.01,39.1 cgcs2000") == "117.01,39.1 WGS84")
        #expect(try field(.point).value(of: "117.01,39.1") == "117.01,39.1 未说明")
        #expect(throws: ValueFault.self) { try field(.point).value(of: "39.1,117.01 WGS84") }
        #expect(throws: ValueFault.self) { try field(.point).value(of: "117.01 39.1 东经") }
    }

    @Test func `telephone numbers hold digits, and text has its length`() throws {
        #expect(try field(.phone).value(of: "（022）2794 1234") == "(022)2794 1234")
        #expect(throws: ValueFault.self) { try field(.phone).value(of: "见门卫") }
        #expect(throws: ValueFault.self) { try field(.text(longest: 3)).value(of: "四个字呢") }
    }

    @Test func `a value that is kept is read as itself`() throws {
        for (type, text) in [
            (SourceFieldType.date, "2026.3.1"), (.list, "甲，乙"), (.point, "117,39 GCJ02"), (.flag, "有"),
            (.code(.credit), "91640000321673484f"),
        ] as [(SourceFieldType, String)] {
            let value = try field(type).value(of: text)
            #expect(try field(type).value(of: value) == value)
        }
    }
}
