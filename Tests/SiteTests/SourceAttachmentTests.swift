import Foundation
import Hummingbird
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Site

/// Papers and pictures in the file of a source: only what they say they are, kept by their content, never lost.
struct SourceAttachmentTests {
    private static let token = ("token", SiteFixture.token.text)
    /// A picture of one point (PNG).
    private static let picture: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
            ?? Data())
    private static let paper = Array("%PDF-1.4\n%%EOF\n".utf8)

    private static func source(_ site: SiteClient) async throws -> String {
        let done = try await site.post("/sources/enterprise/new", [token, ("f.name", "甲厂")])
        let location = try #require(done.headers[.location])
        return String(location.split(separator: "/")[1].split(separator: "?")[0])
    }

    @Test func `a file is attached, found on the page, given out as it came, and taken off with a reason`()
        async throws
    {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let id = try await Self.source(site)
            let done = try await site.upload(
                "/source/\(id)/attachments", [Self.token, ("note", "2026 年许可证")], file: Self.paper, name: "许可证.pdf")
            #expect(done.status == 303)
            let page = try await site.get("/source/\(id)")
            for words in ["许可证.pdf", "2026 年许可证", "附上文件：许可证.pdf", "取下"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let given = try await site.get("/source/\(id)/attachments/2")
            #expect(given.bytes == Self.paper)
            #expect(given.headers[.contentType] == "application/pdf")
            #expect(given.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let silent = try await site.post("/source/\(id)/attachments/2/removal", [Self.token])
            #expect(silent.status == 422 && silent.text.contains("请写明事由"))
            let off = try await site.post("/source/\(id)/attachments/2/removal", [Self.token, ("reason", "传错了")])
            #expect(off.status == 303)
            let after = try await site.get("/source/\(id)")
            #expect(after.text.contains("没有附件") && after.text.contains("取下附件：许可证.pdf") && after.text.contains("传错了"))
            #expect(try await site.get("/source/\(id)?asof=2").text.contains("2026 年许可证"))
            #expect(try await site.get("/source/\(id)/attachments/2").bytes == Self.paper)
            #expect(try await site.get("/source/\(id)/attachments/9").status == 404)
            #expect(try await site.get("/source/none/attachments/2").status == 404)
        }
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test(arguments: [
        ("网页.html", "<script>alert(1)</script>", "类型不收"), ("图片.png", "not a picture", "内容与扩展名不符"),
        ("许可证.pdf", "MZ", "内容与扩展名不符"), ("无扩展名", "%PDF-1.4", "类型不收"), ("空.txt", "", "空文件"),
        ("程序.txt", "a\u{0}b", "内容与扩展名不符"),
    ])
    func `what is not what it says it is stays outside, and nothing is recorded`(
        name: String, text: String, words: String
    ) async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let id = try await Self.source(site)
            let refused = try await site.upload(
                "/source/\(id)/attachments", [Self.token], file: Array(text.utf8), name: name)
            #expect(refused.status == 422 && refused.text.contains(words), "\(name)")
        }
        #expect(try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) } == 1)
        #expect(try bureau.book.archive.attachments.ids.isEmpty)
    }

    @Test func `the end of a name never leads out of its folder`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let id = try await Self.source(site)
            let done = try await site.upload(
                "/source/\(id)/attachments", [Self.token], file: Self.paper, name: "../../etc/许可证.pdf")
            #expect(done.status == 303)
            #expect(!(try await site.get("/source/\(id)").text.contains("../")))
        }
    }

    @Test func `a form of another page attaches nothing`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau) { site in
            let id = try await Self.source(site)
            let refused = try await site.upload(
                "/source/\(id)/attachments", [("token", "x")], file: Self.paper, name: "许可证.pdf")
            #expect(refused.status == 403)
        }
    }

    @Test func `without a program for pictures the page says so, and nothing fails`() async throws {
        let outcome = try await ThumbnailMaker(folders: ["/nowhere"]).thumbnail(
            of: AttachmentID(of: Self.picture), form: "png"
        ) { Self.picture }
        guard case .noProgram = outcome else {
            Issue.record("a picture was made without a program")
            return
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/vipsthumbnail")))
    func `a picture is made small, and what only pretends to be one is not`() async throws {
        let maker = ThumbnailMaker()
        guard
            case .picture(let bytes) = try await maker.thumbnail(
                of: AttachmentID(of: Self.picture), form: "png", { Self.picture })
        else {
            Issue.record("no picture was made")
            return
        }
        #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let fake = Array("\u{89}PNG broken".utf8)
        guard case .failed = try await maker.thumbnail(of: AttachmentID(of: fake), form: "png", { fake }) else {
            Issue.record("a broken picture was shown")
            return
        }
    }
}
