import Documents
import Foundation
import Hummingbird
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

/// 一源一档 as people use it: registered, found, changed, decided, taken in from lists, given out.
struct SourcePageTests {
    private static let list = "企业名称,信用代码,生产状态,lng,lat\n甲<b>厂,91640000321673484F,在产,117.1,39.1\n乙厂,,停产,,\n"
    private static let token = ("token", SiteFixture.token.text)

    private func id(of name: String, _ bureau: TestBureau, kind: String = "enterprise") async throws -> String {
        let heads = try await bureau.book.database.read {
            try SourceStore.sources(SourceQuery(kind: kind), limit: 99, offset: 0, in: $0)
        }
        return try #require(heads.first { $0.name == name }).id
    }

    /// What stands in a hidden field of a page.
    private func hidden(_ name: String, in text: String) throws -> String {
        let match = try #require(text.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\"")))
        return String(try #require(match.output[1].substring))
    }

    /// Looks a list through and takes it in.
    @discardableResult
    private func take(
        _ site: SiteClient, _ text: String, origin: String = "名单甲", kind: String = "enterprise"
    ) async throws -> SiteClient.Answer {
        let path = "/sources/\(kind)/import"
        let preview = try await site.upload(
            path, [Self.token, ("origin", origin), ("datum", "WGS84")], file: Array(text.utf8), name: "名单.csv")
        #expect(preview.status == 200)
        return try await site.post(
            path,
            [
                Self.token, ("upload", try hidden("upload", in: preview.text)),
                ("follows", try hidden("follows", in: preview.text)),
            ])
    }

    @Test func `a list is looked through, taken in, found, opened and given out`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let preview = try await site.upload(
                "/sources/enterprise/import", [Self.token, ("origin", "名单甲"), ("datum", "WGS84")],
                file: Array(Self.list.utf8), name: "名单.csv")
            for words in ["新建 2", "甲&lt;b&gt;厂", "企业名称", "信用代码 → 统一社会信用代码", "尚未导入"] {
                #expect(preview.text.contains(words), "\(words)")
            }
            #expect(!preview.text.contains("甲<b>厂"))
            let done = try await take(site, Self.list)
            #expect(done.status == 303)
            let batch = try await site.get(try #require(done.headers[.location]))
            for words in ["名单.csv", "新建 2，修改 0，未导入 0", "撤销这一批", "乙厂"] { #expect(batch.text.contains(words)) }
            let list = try await site.get("/sources/enterprise?q=%E4%B9%99%E5%8E%82")
            #expect(list.text.contains("乙厂") && !list.text.contains("甲&lt;b&gt;厂"))
            #expect(list.text.contains("含“乙厂”；共 1 家"))
            let filtered = try await site.get("/sources/enterprise?f.operation=%E5%9C%A8%E4%BA%A7")
            #expect(filtered.text.contains("生产状态为在产；共 1 家"))
            let file = try await site.get("/source/\(try await id(of: "甲<b>厂", bureau))")
            for words in ["91640000321673484F", "东经 117.1°，北纬 39.1°（坐标系WGS84）", "名单甲", "名单.csv", "第 2 行", "尚未填写"] {
                #expect(file.text.contains(words), "\(words)")
            }
            let csv = try await site.get("/sources/enterprise/list.csv?f.operation=%E5%9C%A8%E4%BA%A7")
            #expect(csv.text.contains("筛选：生产状态为在产") && csv.text.contains("共 1 家") && !csv.text.contains("乙厂"))
            let xlsx = try await site.get("/sources/enterprise/list.xlsx")
            #expect(try SpreadsheetReader().read(xlsx.bytes).rows.count == 5)
        }
    }

    @Test func `templates come in both forms, with lists to choose from`() async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            let xlsx = try await site.get("/sources/enterprise/template.xlsx")
            #expect(try SpreadsheetReader().read(xlsx.bytes).rows[0].cells[0].text == "企业名称*")
            let csv = try await site.get("/sources/town/template.csv")
            #expect(csv.text.contains("街镇名称*,行政区划代码"))
        }
    }

    @Test func `refused rows are named, kept out whole, and marked in a copy`() async throws {
        let text = "企业名称,生产状态\n甲厂,在产\n乙厂,半停\n"
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let path = "/sources/enterprise/import"
            let preview = try await site.upload(path, [Self.token], file: Array(text.utf8), name: "名单.csv")
            #expect(preview.text.contains("“生产状态”的“半停”不在可选范围内") && preview.text.contains("只导入可用的行"))
            let key = try hidden("upload", in: preview.text)
            let marked = try await site.get("/sources/enterprise/import/\(key)/marked.xlsx")
            #expect(try SpreadsheetReader().read(marked.bytes).rows[2].cells[2].text.contains("半停"))
            var fields = [Self.token, ("upload", key), ("follows", try hidden("follows", in: preview.text))]
            let refused = try await site.post(path, fields)
            #expect(refused.status == 422 && refused.text.contains("全部没有导入"))
            fields.append(("good", "yes"))
            #expect(try await site.post(path, fields).status == 303)
            #expect(try await site.get("/sources/enterprise").text.contains("共 1 家"))
            #expect(try await site.post(path, fields).text.contains("预览已过期"))
        }
    }

    @Test func `two origins that differ stand in red until a person decides`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            try await take(site, "企业名称,生产状态\n甲厂,在产\n")
            try await take(site, "企业名称,生产状态\n甲厂,停产\n", origin: "名单乙")
            #expect(try await site.get("/sources/enterprise?show=contested").text.contains("1 项冲突"))
            let id = try await id(of: "甲厂", bureau)
            let file = try await site.get("/source/\(id)")
            for words in ["来源不一致", "名单甲", "名单乙", "暂按此值", "采用此值", "在产", "停产"] { #expect(file.text.contains(words)) }
            let claims = file.text.matches(of: #/name="claim" value="(\d+)"/#).map { String($0.1) }
            #expect(claims.count == 2)
            let decided = try await site.post(
                "/source/\(id)/decision",
                [
                    Self.token, ("follows", try hidden("follows", in: file.text)), ("field", "operation"),
                    ("claim", claims[1]),
                ])
            #expect(decided.status == 303)
            let after = try await site.get(try #require(decided.headers[.location]))
            #expect(!after.text.contains("来源不一致") && after.text.contains("停产") && after.text.contains("已记入台账"))
            let history = try await site.get("/source/\(id)/fields/operation")
            for words in ["现行", "曾用", "人工登记", "名单甲", "名单乙"] { #expect(history.text.contains(words)) }
        }
    }

    @Test func `a source is registered by hand, changed, seen as it was, and the second of two people is told`()
        async throws
    {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let wrong = try await site.post(
                "/sources/enterprise/new", [Self.token, ("f.name", "甲厂"), ("f.creditCode", "91640000321673484E")])
            #expect(wrong.status == 422 && wrong.text.contains("校验位不符") && wrong.text.contains("value=\"甲厂\""))
            let done = try await site.post(
                "/sources/enterprise/new",
                [
                    Self.token, ("f.name", "甲厂"), ("f.creditCode", "91640000321673484f"),
                    ("f.location.longitude", "117.1"),
                    ("f.location.latitude", "39.1"), ("f.location.datum", "GCJ-02"), ("basis", "现场核实"),
                ])
            #expect(done.status == 303)
            let id = try await id(of: "甲厂", bureau)
            let form = try await site.get("/source/\(id)/edit")
            #expect(form.text.contains("value=\"117.1\"") && form.text.contains("91640000321673484F"))
            let fields = [
                Self.token, ("follows", try hidden("follows", in: form.text)), ("f.name", "乙厂"),
                ("f.creditCode", "91640000321673484F"), ("f.location.longitude", "117.1"),
                ("f.location.latitude", "39.1"), ("f.location.datum", "GCJ-02"),
            ]
            #expect(try await site.post("/source/\(id)/edit", fields).status == 303)
            let late = try await site.post(
                "/source/\(id)/edit", fields.map { $0.0 == "f.name" ? ("f.name", "丙厂") : $0 })
            #expect(late.status == 422 && late.text.contains("刚才已被他人修改"))
            #expect(try await site.get("/source/\(id)").text.contains("乙厂"))
            let past = try await site.get("/source/\(id)?asof=1")
            #expect(past.text.contains("甲厂") && past.text.contains("这是台账第 1 条记录时的档案") && !past.text.contains("修改</a>"))
            #expect(try await site.get("/source/\(id)?asof=x").status == 400)
        }
    }

    @Test func `a file is merged or withdrawn with a reason, a batch taken back`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let batch = try #require(try await take(site, "企业名称\n甲厂\n乙厂\n丙厂\n").headers[.location])
            let (kept, other) = (try await id(of: "甲厂", bureau), try await id(of: "乙厂", bureau))
            func end(_ id: String, _ fields: [(String, String)]) async throws -> SiteClient.Answer {
                let form = try await site.get("/source/\(id)/edit")
                return try await site.post(
                    "/source/\(id)/end", [Self.token, ("follows", try hidden("follows", in: form.text))] + fields)
            }
            #expect(try await end(other, [("decision", "withdraw")]).text.contains("请写明事由"))
            let merged = try await end(other, [("decision", "merge"), ("other", kept), ("reason", "同一企业")])
            #expect(merged.headers[.location]?.hasPrefix("/source/\(kept)") == true)
            #expect(try await site.get("/source/\(other)").text.contains("已并入"))
            let third = try await id(of: "丙厂", bureau)
            #expect(try await end(third, [("decision", "withdraw"), ("reason", "关停")]).status == 303)
            #expect(try await site.get("/sources/enterprise?show=withdrawn").text.contains("丙厂"))
            let path = String(batch.split(separator: "?")[0])
            let refused = try await site.post(path, [Self.token, ("reason", "误传")])
            #expect(refused.status == 422 && refused.text.contains("不能整批撤销"))
            let second = try #require(try await take(site, "企业名称\n丁厂\n").headers[.location])
            let undone = try await site.post(String(second.split(separator: "?")[0]), [Self.token, ("reason", "误传")])
            #expect(undone.status == 303)
            #expect(!(try await site.get("/sources/enterprise").text.contains("丁厂")))
        }
    }

    @Test func `a form without the word of our pages changes nothing`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let upload = try await site.upload(
                "/sources/enterprise/import", [("token", "x")], file: [65], name: "a.csv")
            #expect(upload.status == 403)
            let hand = try await site.post("/sources/enterprise/new", [("f.name", "甲厂")])
            #expect(hand.status == 422 && hand.text.contains("页面已过期"))
            #expect(try await site.get("/sources/nothing").status == 404)
            #expect(try await site.get("/source/nothing").status == 404)
        }
    }

    @Test(arguments: ["", "--x", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"])
    func `a body that is cut off is no form`(_ body: String) {
        #expect(MultipartForm(Array(body.utf8), type: "multipart/form-data; boundary=x") == nil)
    }

    @Test func `a form keeps texts and files apart, byte for byte`() throws {
        let body =
            Array("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n 甲 \r\n--x\r\n".utf8)
            + Array("Content-Disposition: form-data; name=\"file\"; filename=\"名 单.csv\"\r\n\r\n".utf8)
            + [0, 13, 10, 255] + Array("\r\n--x--".utf8)
        let form = try #require(MultipartForm(body, type: "multipart/form-data; boundary=\"x\""))
        #expect(form.text("a") == "甲" && form.text("file") == nil)
        #expect(form.file("file")?.bytes == [0, 13, 10, 255] && form.file("file")?.fileName == "名 单.csv")
    }
}
