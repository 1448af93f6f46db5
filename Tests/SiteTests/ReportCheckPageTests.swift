import Testing

@testable import Site

/// 报告核对: what is pasted is checked, shown back and kept nowhere.
struct ReportCheckPageTests {
    private static let token = ("token", SiteFixture.token.text)
    private static let wrong = "2022年7月优良天数18天，优良天数比率61.0%。"

    @Test func `a pasted text comes back with what is wrong in it and where`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post("/reports/check", [Self.token, ("text", Self.wrong)])
            #expect(answer.status == 200)
            #expect(answer.text.contains("第1行第22字"))
            #expect(answer.text.contains("2022年7月31天中优良18天为58.1%"))
            #expect(answer.text.contains("错误 1，警告 0，提示 0，核对相符 1"))
            #expect(answer.text.contains("\n\(Self.wrong)</textarea>"))
        }
    }

    @Test func `no text, too long a text and a foreign form are refused`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let none = try await site.post("/reports/check", [Self.token, ("text", "  ")])
            #expect(none.status == 422)
            #expect(none.text.contains("没有文本"))
            let long = String(repeating: "字", count: 70_000)
            let tooLong = try await site.post("/reports/check", [Self.token, ("text", long)])
            #expect(tooLong.status == 422)
            #expect(tooLong.text.contains("超过 200 KB"))
            #expect(try await site.post("/reports/check", [("text", Self.wrong)]).status != 200)
        }
    }

    @Test func `marks of a text are no marks of the page`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.post("/reports/check", [Self.token, ("text", "</textarea><b>立案46件</b>")])
            #expect(!answer.text.contains("</textarea><b>"))
        }
    }
}
