import Foundation
import Hummingbird
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

/// Lists of other offices become one list: a code says it, likeness asks a person, and every answer can be taken back.
struct SourceMatchTests {
    private static let token = ("token", SiteFixture.token.text)
    private static let known =
        "企业名称,信用代码,生产地址,环保负责人电话\n示例市甲乙化工有限公司,91640000321673484F,示例市东镇一号路8号,\n示例市丙丁印刷厂,,示例市西镇二号路9号,\n"
    /// The same by its code; like one by its name; like one but with another right code; like none.
    private static let list =
        "企业名称,信用代码,生产地址,环保负责人电话\n甲乙化工新名称公司,91640000321673484F,,\n示例市丙丁印刷有限公司,,示例市西镇二号路9号,022-12345678\n"
        + "示例市甲乙化工公司,91640000715002062N,示例市东镇一号路8号,\n示例市戊己屠宰场,,示例市南镇三号路1号,\n"

    private func hidden(_ name: String, in text: String) throws -> String {
        let match = try #require(text.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))
        return String(try #require(match.output[1].substring))
    }

    private func take(
        _ site: SiteClient, _ text: String, origin: String, match: Bool = true
    ) async throws -> SiteClient.Answer {
        let path = "/sources/enterprise/import"
        let fields = [Self.token, ("origin", origin)] + (match ? [("match", "yes")] : [])
        let preview = try await site.upload(path, fields, file: Array(text.utf8), name: "名单.csv")
        #expect(preview.status == 200)
        return try await site.post(
            path,
            [
                Self.token, ("upload", try hidden("upload", in: preview.text)),
                ("follows", try hidden("follows", in: preview.text)),
            ])
    }

    private func names(_ bureau: TestBureau) async throws -> [String] {
        try await bureau.book.database.read {
            try SourceStore.sources(SourceQuery(kind: "enterprise"), limit: 99, offset: 0, in: $0).map(\.name)
        }
    }

    private func waiting(_ bureau: TestBureau) async throws -> [SourceMatch] {
        try await bureau.book.database.read {
            try SourceMatchStore.matches(of: "enterprise", decided: false, limit: 99, in: $0)
        }
    }

    @Test func `a code says which one it is, likeness asks, and what is like nothing is new`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            _ = try await take(site, Self.known, origin: "许可名单", match: false)
            let done = try await take(site, Self.list, origin: "税务名单")
            #expect(done.status == 303)
            // 91640000715002062N is no right code, so it proves no difference and the row asks.
            let asked = try await waiting(bureau)
            #expect(asked.map(\.name) == ["示例市丙丁印刷有限公司", "示例市甲乙化工公司"])
            #expect(try await names(bureau) == ["示例市甲乙化工有限公司", "示例市丙丁印刷厂", "示例市戊己屠宰场"])
            let page = try await site.get("/sources/enterprise/matches")
            for words in ["待判定 2 行", "示例市丙丁印刷厂", "地址相似 100%", "是同一家", "都不是，另建档案", "税务名单"] {
                #expect(page.text.contains(words), "\(words)")
            }
            // The same list again asks nothing twice.
            let again = try await site.upload(
                "/sources/enterprise/import", [Self.token, ("origin", "税务名单"), ("match", "yes")],
                file: Array(Self.list.utf8), name: "名单.csv")
            #expect(again.text.contains("没有可记入的变化"))
        }
    }

    @Test func `the answers go into the files, are told by their records, and can all be taken back`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            _ = try await take(site, Self.known, origin: "许可名单", match: false)
            let batch = try #require(try await take(site, Self.list, origin: "税务名单").headers[.location])
            let asked = try await waiting(bureau)
            let (first, second) = (asked[0], asked[1])
            func decide(_ match: SourceMatch, _ fields: [(String, String)]) async throws -> SiteClient.Answer {
                try await site.post("/sources/enterprise/matches/\(match.id)", [Self.token] + fields)
            }
            let target = first.candidates[0].id
            #expect(try await decide(first, [("decision", "same \(target)")]).status == 303)
            let file = try await site.get("/source/\(target)")
            for words in ["示例市丙丁印刷有限公司", "来源不一致", "税务名单", "022-12345678"] {
                #expect(file.text.contains(words), "\(words)")
            }
            #expect(try await decide(second, [("decision", "other")]).status == 303)
            #expect(try await names(bureau).count == 4)
            let late = try await decide(second, [("decision", "dropped")])
            #expect(late.status == 422 && late.text.contains("已由他人判定"))
            // The list itself cannot be taken back over the heads of those who answered.
            let path = String(batch.split(separator: "?")[0])
            let refused = try await site.post(path, [Self.token, ("reason", "用错名单")])
            #expect(refused.status == 422 && refused.text.contains("请先在名单比对中撤销判定"))
            for match in [first, second] {
                #expect(try await decide(match, [("decision", "reopen")]).status == 422)
                #expect(try await decide(match, [("decision", "reopen"), ("reason", "判错了")]).status == 303)
            }
            #expect(try await names(bureau).count == 3)
            #expect(!(try await site.get("/source/\(target)").text.contains("来源不一致")))
            #expect(try await waiting(bureau).count == 2)
            // Answered once more, the other way.
            #expect(try await decide(first, [("decision", "dropped")]).status == 303)
            #expect(try await decide(first, [("decision", "reopen"), ("reason", "再看")]).status == 303)
            #expect(try await site.post(path, [Self.token, ("reason", "用错名单")]).status == 303)
            #expect(try await waiting(bureau).isEmpty)
            #expect(try await names(bureau) == ["示例市甲乙化工有限公司", "示例市丙丁印刷厂"])
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `only an answer that was asked for is taken`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            _ = try await take(site, Self.known, origin: "许可名单", match: false)
            _ = try await take(site, Self.list, origin: "税务名单")
            let match = try #require(try await waiting(bureau).first)
            for decision in ["", "same", "same none", "what"] {
                let answer = try await site.post(
                    "/sources/enterprise/matches/\(match.id)", [Self.token, ("decision", decision)])
                #expect(answer.status == 404, "\(decision)")
            }
            #expect(try await site.post("/sources/enterprise/matches/none", [Self.token]).status == 404)
            #expect(try await waiting(bureau).count == 2)
        }
    }
}
