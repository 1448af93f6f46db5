import Casework
import Catalog
import TestKit
import Testing

@testable import Site

/// A director sees at first sight what is late, whose it is, and whether people were told.
struct ClockOverviewTests {
    private static func places(_ words: [String], in text: String) -> [String.Index] {
        words.compactMap { text.firstRange(of: $0)?.lowerBound }
    }

    @Test func `what is over stands first, then what ends next, and what rests at the foot`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await MatterSamples.bring(into: bureau)
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get("/matters/clocks")
            #expect(page.status == 200)
            for word in [
                "在计的时限 3 个，已逾期 1 个", "已逾期 23 天", "2026-10-30 届满", "还有 8 天", "2026-11-30 届满", "因鉴定停算",
                "行政处罚法第60条", "提示、预警、催办、督办待发出",
            ] { #expect(page.text.contains(word), "lacks \(word)") }
            let titles = Self.places(["甲厂超标排放案", "乙厂无证排污案", "丙厂偷排案"], in: page.text)
            #expect(titles.count == 3 && titles == titles.sorted())
        }
    }

    @Test func `levels and units narrow the list, and a level that nothing is on says so`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await MatterSamples.bring(into: bureau)
        try await SiteFixture.test(bureau) { site in
            let late = try await site.get("/matters/clocks?level=%E7%9D%A3%E5%8A%9E").text
            #expect(late.contains("甲厂超标排放案") && !late.contains("乙厂无证排污案"))
            let near = try await site.get("/matters/clocks?level=%E9%A2%84%E8%AD%A6").text
            #expect(near.contains("乙厂无证排污案") && !near.contains("甲厂超标排放案"))
            #expect(try await site.get("/matters/clocks?level=%E7%BA%A6%E8%B0%88").text.contains("没有符合条件的时限"))
            let none = try await site.get("/matters/clocks?unit=-").text
            #expect(none.contains("未定科室") && none.contains("甲厂超标排放案"))
            #expect(none.firstMatch(of: #/class="tag[^>]*></a>/#) == nil, "a number without words")
            #expect(try await site.get("/matters/clocks?unit=none").text.contains("没有符合条件的时限"))
        }
    }

    @Test func `reminders stand beside their clock once they were given, each with its record`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await MatterSamples.bring(into: bureau)
        // Four of the late matter, two of the next one, none of the one that rests.
        #expect(try await ReminderRound(bureau.book).run() == 6)
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get("/matters/clocks")
            #expect(page.text.contains("督办 2026-11-22 08:30，科室负责人、分管局领导"))
            #expect(page.text.contains("预警 2026-11-22 08:30，承办人、科室负责人"))
            #expect(!page.text.contains("待发出"))
            let link = try #require(page.text.firstMatch(of: #/(/evidence/record/[0-9]+)">督办 /#))
            let record = try await site.get(String(link.1))
            #expect(record.status == 200 && record.text.contains("提醒时限"))
        }
    }

    @Test func `levels keep the order of every ladder, and none that a person alone begins is counted`() throws {
        let steps = ClockOverview.steps(try ProcedureBook(TestAccounts.catalog).ladders)
        #expect(steps == ["提示", "预警", "催办", "督办", "约谈"])
    }
}
