import Accounts
import Casework
import Foundation
import Hummingbird
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier
@testable import Site

/// The pages of case files, from whom a case is about to what proves it.
struct CaseFilePageTests {
    private static let token = ("token", SiteFixture.token.text)
    private static let manager = Actor(id: "local-operator", permissions: [AccountActions.manage])

    /// A bureau in which whoever sits at the machine has an account, and one matter.
    static func bureau(roles: [String] = ["legal"]) async throws -> (TestBureau, MatterID) {
        let bureau = try await SiteFixture.emptyBureau()
        return (bureau, try await matter(in: bureau, roles: roles))
    }

    /// Gives whoever sits at the machine an account and opens a matter.
    static func matter(in bureau: TestBureau, roles: [String] = ["legal"]) async throws -> MatterID {
        var actions = [AccountActions.register(unit: "unit-1", name: "执法大队", kind: .section, by: manager)]
        let security = SiteFixture.actor.id + "-sec"
        for (login, posts) in [(security, ["security-administrator"]), (SiteFixture.actor.id, roles)] {
            actions += [
                AccountActions.register(
                    person: "p-\(login)", name: "姓\(login)", phone: "", unit: "unit-1", post: "", certificates: [],
                    by: manager),
                AccountActions.open(login, person: "p-\(login)", roles: posts, scope: DataScope(), by: manager),
            ]
        }
        try await bureau.book.record(actions)
        return try await MatterDesk(bureau.book).open("PEN-GENERAL", title: "某厂逃避监管", by: SiteFixture.actor)
    }

    private static func file(_ matter: MatterID, _ bureau: TestBureau) async throws -> CaseFile {
        let catalog = bureau.catalog
        return try #require(
            try await bureau.book.database.read {
                try CaseFileStore.file(of: matter, catalog: catalog, now: SiteFixture.now, in: $0)
            })
    }

    @Test func `a party is stated, changed with a reason, and seen as it was`() async throws {
        let (bureau, matter) = try await Self.bureau()
        let path = "/matters/\(matter.rawValue)/parties"
        try await SiteFixture.test(bureau) { site in
            #expect(try await site.get(path).text.contains("还没有登记当事人"))
            let empty = try await site.post(path, [Self.token, ("kind", "单位"), ("name", ""), ("address", "某路二号")])
            #expect(empty.status == 422 && empty.text.contains("没有填写") && empty.text.contains("某路二号"))
            let done = try await site.post(path, [Self.token, ("kind", "单位"), ("name", "甲<b>厂")])
            #expect(done.status == 303)
            let page = try await site.get(try #require(done.headers[.location]))
            #expect(page.text.contains("甲&lt;b&gt;厂") && page.text.contains("已记入台账"))
            let party = try #require(try await Self.file(matter, bureau).parties.first)
            let changed = try await site.post(
                path,
                [
                    Self.token, ("item", party.id), ("follows", "\(party.sequence)"), ("kind", "单位"),
                    ("name", "甲有限公司"), ("reason", "更名"),
                ])
            #expect(changed.status == 303)
            let late = try await site.post(
                path,
                [
                    Self.token, ("item", party.id), ("follows", "\(party.sequence)"), ("kind", "单位"),
                    ("name", "乙有限公司"), ("reason", "更名"),
                ])
            #expect(late.status == 422 && late.text.contains("已被他人修改") && late.text.contains("乙有限公司"))
            #expect(try await site.get(path).text.contains("甲有限公司"))
            let then = try await site.get("\(path)?asof=\(party.sequence)")
            #expect(then.text.contains("甲&lt;b&gt;厂") && !then.text.contains("甲有限公司"))
            #expect(try await site.post(path, [("kind", "单位"), ("name", "丙厂")]).status == 403)
            #expect(try await site.get("/matters/none/parties").status == 404)
        }
    }

    @Test func `a party is filled from the register`() async throws {
        let (bureau, matter) = try await Self.bureau()
        try await SiteFixture.test(bureau) { site in
            let made = try await site.post(
                "/sources/enterprise/new",
                [Self.token, ("f.name", "甲化工厂"), ("f.registeredAddress", "某路三号"), ("f.legalPerson", "李某")])
            let source = try #require(made.headers[.location]).split(separator: "/")[1].split(separator: "?")[0]
            let path = "/matters/\(matter.rawValue)/parties"
            #expect(try await site.get("\(path)?q=%E7%94%B2%E5%8C%96").text.contains("甲化工厂"))
            let page = try await site.get("\(path)?source=\(source)")
            for words in ["甲化工厂", "某路三号", "李某"] { #expect(page.text.contains(words), "\(words)") }
        }
    }

    @Test func `law and fine of a charge are led through, and what the form claims counts for nothing`() async throws {
        let (bureau, matter) = try await Self.bureau()
        let path = "/matters/\(matter.rawValue)/charges"
        try await SiteFixture.test(bureau) { site in
            let fields = [
                Self.token, ("act", "charge"), ("violation", "WAT-02"), ("from", "2026-07-01"), ("to", "2026-07-02"),
                ("discovered", "2026-09-01"), ("facts", "利用暗管排放废水"), ("tier", "水法83"),
            ]
            #expect(try await site.post(path, fields).status == 303)
            let before = try await site.get(path)
            for words in ["从旧兼从轻", "须由法规科决定", "利用暗管排放废水", "追责期限"] {
                #expect(before.text.contains(words), "\(words)")
            }
            let charge = try #require(try await Self.file(matter, bureau).charges.first)
            let both = try await site.get("\(path)?item=\(charge.id)&act=weigh&table=GD-2.8.1&f0=%E5%81%B7%E6%8E%92")
            #expect(both.text.contains("只供比较，不能记入") && both.text.contains("30%"))
            let decided = try await site.post(
                path,
                [
                    Self.token, ("act", "law"), ("item", charge.id), ("follows", "\(charge.sequence)"),
                    ("provision", "2026-08-15"), ("reason", "两法幅度相同"),
                ])
            #expect(decided.status == 303)
            let last = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
            let weigh: [(String, String)] = [
                Self.token, ("act", "weigh"), ("item", charge.id), ("follows", "\(last)"), ("table", "GD-2.8.1"),
                ("f0", "偷排"),
            ]
            let beyond = try await site.post(path, weigh + [("proposed", "2000000"), ("reason", "情节严重")])
            #expect(beyond.status == 422 && beyond.text.contains("超出法定幅度"))
            let silent = try await site.post(path, weigh + [("proposed", "250000")])
            #expect(silent.status == 422 && silent.text.contains("须写明理由"))
            #expect(try await site.post(path, weigh + [("proposed", "300000"), ("result", "1")]).status == 303)
            let page = try await site.get(path)
            for words in ["30万元", "叁拾万元整", "可比案件", "不足 5 件", "两法幅度相同"] {
                #expect(page.text.contains(words), "\(words)")
            }
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `only the legal section chooses the law`() async throws {
        let (bureau, matter) = try await Self.bureau(roles: ["enforcement"])
        let path = "/matters/\(matter.rawValue)/charges"
        try await SiteFixture.test(bureau) { site in
            let fields = [
                Self.token, ("act", "charge"), ("violation", "WAT-02"), ("from", "2026-07-01"), ("to", "2026-07-02"),
                ("facts", "利用暗管排放废水"),
            ]
            #expect(try await site.post(path, fields).status == 303)
            let charge = try #require(try await Self.file(matter, bureau).charges.first)
            let refused = try await site.post(
                path,
                [
                    Self.token, ("act", "law"), ("item", charge.id), ("follows", "\(charge.sequence)"),
                    ("provision", "2026-08-15"), ("reason", "两法幅度相同"),
                ])
            #expect(refused.status == 422 && refused.text.contains("由法规科决定"))
        }
    }

    @Test func `evidence is taken in by its bytes, moved, copied without names, excluded, and given out as it came`()
        async throws
    {
        let (bureau, matter) = try await Self.bureau()
        let path = "/matters/\(matter.rawValue)/evidence"
        let video = [0, 0, 0, 24] + Array("ftypmp42".utf8) + [UInt8](repeating: 1, count: 64)
        try await SiteFixture.test(bureau) { site in
            let fields = [
                Self.token, ("title", "现场录像"), ("kind", "视听资料"), ("proves", "排放口正在排水"), ("day", "2026-11-20"),
                ("place", "厂区北侧"), ("taker1", "p-\(SiteFixture.actor.id)"), ("provider", "张某某"),
            ]
            let wrong = try await site.upload(path, fields, file: Array("text".utf8), name: "录像.mp4")
            #expect(wrong.status == 422 && wrong.text.contains("内容与扩展名不符") && wrong.text.contains("厂区北侧"))
            #expect(try await site.upload(path, fields, file: video, name: "../录像.mp4").status == 303)
            let page = try await site.get(path)
            for words in ["证据 1：现场录像", "非现场采集", "张某某", AttachmentID(of: video).rawValue] {
                #expect(page.text.contains(words), "\(words)")
            }
            let given = try await site.get("\(path)/1")
            #expect(given.bytes == video && given.headers[.contentType] == "video/mp4")
            #expect(try await site.get("\(path)/1/thumbnail.png").status == 404)
            #expect(try await site.get("\(path)/7").status == 404)
            let moved = try await site.post(
                "\(path)/1/deed",
                [Self.token, ("act", "custody"), ("deed", "移交"), ("day", "2026-11-21"), ("note", "交接单 1 号")])
            #expect(moved.status == 303)
            let original = try #require(try await Self.file(matter, bureau).evidence.first)
            let copy = [Self.token, ("original", original.id.rawValue), ("derivation", "遮去人脸")]
            let same = try await site.upload(path, copy, file: video, name: "录像.mp4")
            #expect(same.status == 422 && same.text.contains("与原件内容相同"))
            #expect(try await site.upload(path, copy, file: video + [2], name: "录像.mp4").status == 303)
            let excluded = try await site.post(
                "\(path)/1/deed", [Self.token, ("act", "exclusion"), ("reason", "取得程序违法")])
            #expect(excluded.status == 303)
            let after = try await site.get(path)
            for words in ["交接单 1 号", "遮去人脸", "取得程序违法", "不予采信", "证据 2"] {
                #expect(after.text.contains(words), "\(words)")
            }
            #expect(try await site.get("\(path)/1").bytes == video)
        }
    }
}
