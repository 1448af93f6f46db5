import Documents
import Foundation
import HTTPTypes
import Ledger
import Records
import Reporting
import Storage
import TestKit
import Testing

@testable import Site

/// A sealed document becomes public by decision only; what leaves the house proves its numbers; where it was published is
/// on record.
struct PublicationTests {
    private static let report = "/reports/air-daily/2026-11-21"
    private static let token = ("token", SiteFixture.token.text)
    private static let consent = [token, ("confirmed", "yes")]
    /// A picture of one point (PNG).
    private static let picture: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
            ?? Data())
    private static let published = [
        token, ("address", "https://www.example.gov.cn/hjzl/202611/t1.html"), ("day", "2026-11-22"),
    ]

    private static func sealed(_ site: SiteClient, _ bureau: TestBureau) async throws -> SealedDocument {
        _ = try await site.post(report, consent)
        return try await bureau.book.database.read {
            try #require(try SealStore.last("air-daily/2026-11-21", in: $0))
        }
    }

    private static func path(_ document: SealedDocument) -> String { "/publications/\(document.sequence)" }
    private static func address(_ document: SealedDocument) -> String {
        "/public/documents/air-daily/2026-11-21?asof=\(document.asOf)"
    }

    @Test func `nothing is public until somebody decides, and what is taken back is public no more`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let document = try await Self.sealed(site, bureau)
            #expect(try await site.get("/public").text.contains("还没有公开的文件"))
            // Whoever works here is led to the document of the house.
            #expect(try await site.get(Self.address(document)).headers[.location]?.hasPrefix(Self.report) == true)
            let page = try await site.get(Self.path(document))
            #expect(page.text.contains("没有公开") && page.text.contains("定为公开"))
            let early = try await site.upload(
                "\(Self.path(document))/proofs", Self.published, file: Self.picture, name: "a.png")
            #expect(early.status == 422 && early.text.contains("现在没有公开"))
            let opened = try await site.post(Self.path(document), [Self.token, ("act", "open")])
            #expect(opened.status == 303)
            let again = try await site.post(Self.path(document), [Self.token, ("act", "open")])
            #expect(again.status == 422 && again.text.contains("已经公开"))
            #expect(try await site.get("/public").text.contains("空气质量日报"))
            #expect(try await site.get(Self.address(document)).status == 200)
            let file = try await site.get("/public/documents/air-daily/2026-11-21.docx?asof=\(document.asOf)")
            #expect(file.bytes == (try bureau.book.archive.attachments.bytes(of: document.file)))

            let silent = try await site.post(Self.path(document), [Self.token, ("act", "withdraw"), ("reason", " ")])
            #expect(silent.status == 422 && silent.text.contains("须写明理由"))
            let taken = try await site.post(
                Self.path(document), [Self.token, ("act", "withdraw"), ("reason", "数据有误，另行公开")])
            #expect(taken.status == 303)
            #expect(try await site.get("/public").text.contains("还没有公开的文件"))
            #expect(try await site.get("/public/documents/air-daily/2026-11-21.docx").status == 404)
            #expect(try await site.get(Self.path(document)).text.contains("已撤下：数据有误，另行公开"))
            #expect(try await site.post(Self.path(document), [Self.token, ("act", "open")]).status == 303)
        }
    }

    @Test func `a form of another page decides nothing`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let document = try await Self.sealed(site, bureau)
            #expect(try await site.post(Self.path(document), [("token", "x"), ("act", "open")]).status != 303)
            #expect(try await site.get("/public").text.contains("还没有公开的文件"))
        }
    }

    @Test func `the proof of disclosure keeps address, day and picture, and is refused without them`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let document = try await Self.sealed(site, bureau)
            _ = try await site.post(Self.path(document), [Self.token, ("act", "open")])
            let path = "\(Self.path(document))/proofs"
            let mend = "请从浏览器地址栏复制"
            let faults: [([(String, String)], [UInt8], String, String)] = [
                (
                    [Self.token, ("address", "www.example.gov.cn"), ("day", "2026-11-22")], Self.picture, "a.png",
                    "http"
                ),
                ([Self.token, ("address", "https://a.cn@b.cn/"), ("day", "2026-11-22")], Self.picture, "a.png", mend),
                ([Self.token, ("address", "javascript:alert(1)"), ("day", "2026-11-22")], Self.picture, "a.png", mend),
                ([Self.token, ("address", "https://a.cn/"), ("day", "2026-11-23")], Self.picture, "a.png", "公开日期"),
                (Self.published, Array("%PDF-1.4\n%%EOF\n".utf8), "a.pdf", "PNG 或 JPEG"),
                (Self.published, Array("GIF89a".utf8), "a.png", "a.png"),
            ]
            for (fields, bytes, name, words) in faults {
                let refused = try await site.upload(path, fields, file: bytes, name: name)
                #expect(refused.status == 422 && refused.text.contains(words), "\(fields) \(refused.status)")
            }
            let done = try await site.upload(path, Self.published, file: Self.picture, name: "a.png")
            #expect(done.status == 303)
            let page = try await site.get(try #require(done.headers[.location]))
            #expect(
                page.text.contains("已记入台账第") && page.text.contains("https://www.example.gov.cn/hjzl/202611/t1.html"))
            let proof = try await bureau.book.database.read {
                try #require(try PublicationStore.proofs(of: document.sequence, in: $0).last)
            }
            #expect(try await site.get("\(path)/\(proof.sequence)").bytes == Self.picture)
            #expect(try await site.get("\(path)/1").status == 404)
            #expect(try await site.get("/public").text.contains("2026-11-22 公开"))
        }
    }

    @Test func `the public page carries what proves every number, in less than 500 kB, and leads from a typed name`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let document = try await Self.sealed(site, bureau)
            let hasher = try TreeHasher(document.suite)
            let set = try SealStore.claims(of: document, from: bureau.book.archive, hasher: hasher)
            let name = set.id(at: 0).rawValue
            let unknown = try await site.get("/public?id=\(name)")
            #expect(unknown.status == 422 && unknown.text.contains("没有编号为"))
            #expect(try await site.get("/public?id=abc").text.contains("不是数字凭证编号"))
            _ = try await site.post(Self.path(document), [Self.token, ("act", "open")])
            let found = try await site.get("/public?id=\(name.lowercased())")
            #expect(found.headers[.location] == "\(Self.address(document))&claim=\(name)")
            let page = try await site.get(Self.address(document))
            #expect(page.bytes.count < 500_000)
            let marks = page.text.components(separatedBy: "id=\"evidence\">")
            let json = try #require(marks.last?.components(separatedBy: "</script>").first)
            #expect(!json.contains("<"))
            let evidence = try CanonicalValue(canonical: Array(json.replacing("\\u003c", with: "<").utf8))
            // Recomputed here from the page alone.
            var tree = MerkleTree(hasher)
            let lines = try #require(evidence["claims"]?.elements).compactMap(\.text)
            #expect(lines.count == Int(document.claimCount))
            for line in lines { tree.append(hasher.leaf(Array(line.utf8))) }
            #expect(tree.root == document.root)
            let record = Array(try #require(evidence["record"]?.text).utf8)
            let note = Array(try #require(evidence["checkpoint"]?.text).utf8)
            let checkpoint = try SignedCheckpoint(note)
            let proof = InclusionProof(
                index: try #require(evidence["index"]?.integer), size: try #require(evidence["size"]?.integer),
                path: try #require(evidence["path"]?.elements).compactMap { TreeHash(base64: $0.text ?? "") })
            try proof.verify(leaf: hasher.leaf(record), root: checkpoint.checkpoint.root, with: hasher)
            #expect(proof.index == document.sequence - 1)
        }
    }

    @Test func `the package holds document, data, code and proof, and lists every file with its hash`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let document = try await Self.sealed(site, bureau)
            let answer = try await site.get("\(Self.path(document))/package.zip")
            #expect(answer.status == 200)
            let limits = ZipArchive.Limits(entries: 50, totalBytes: 50_000_000, ratio: 1_000)
            let entries = try ZipArchive.read(answer.bytes, limits: limits)
            let names = entries.map(\.path)
            for name in ["index.html", "qr.png", "evidence.json", "proof.js", "public.js"] {
                #expect(names.contains(name), "\(name)")
            }
            #expect(names.contains { $0.hasSuffix(" 数据.xlsx") } && names.contains { $0.hasSuffix(".docx") })
            let list = String(decoding: try #require(entries.first).bytes, as: UTF8.self)
            #expect(entries.first?.path == PublicationPackage.list)
            for entry in entries.dropFirst() {
                #expect(
                    list.contains("\(entry.bytes.count)\t\(AttachmentID(of: entry.bytes).rawValue)"), "\(entry.path)")
            }
            #expect(list.contains("台账公钥指纹：") && (names.contains { $0.hasSuffix(".pdf") } || list.contains("没有 PDF")))
            let docx = try #require(entries.first { $0.path.hasSuffix(".docx") })
            #expect(docx.bytes == (try bureau.book.archive.attachments.bytes(of: document.file)))
            let page = String(decoding: try #require(entries.first { $0.path == "index.html" }).bytes, as: UTF8.self)
            // A name with markup in it stays a name.
            #expect(page.contains("空气质量日报") && !page.contains("<script>alert"))
            let sheet = try #require(entries.first { $0.path.hasSuffix(".xlsx") })
            let read = try SpreadsheetReader().read(sheet.bytes)
            #expect(read.rows.count == Int(document.claimCount) + 3)
        }
    }

    @Test func `a sealed document prints the fingerprint of the key that signs the ledger`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            _ = try await Self.sealed(site, bureau)
            // The key is on record once it has signed: from the second document on.
            _ = try await site.post("/reports/water-monthly/2026-10", Self.consent)
            let (text, printed) = try await bureau.book.database.read { connection in
                let document = try #require(try SealStore.last("water-monthly/2026-10", in: connection))
                let key = try #require(try LedgerStore.keys(in: connection).last)
                let bytes = try bureau.book.archive.attachments.bytes(of: document.file)
                let blocks = try DocxReader().read(bytes).blocks
                let lines = blocks.map { block in
                    if case .paragraph(let paragraph) = block { paragraph.text } else { "" }
                }
                return (KeyFingerprint.text(of: key), lines.joined(separator: "\n"))
            }
            #expect(text.split(separator: " ").count == 16)
            #expect(printed.contains("台账公钥指纹：\(text)"))
        }
    }

    @Test(arguments: [
        ("https://www.example.gov.cn/a?b=1#c", true), ("http://10.0.0.1/x", true),
        ("https://example.gov.cn:8443/", true),
        ("ftp://example.gov.cn/", false), ("https://", false), ("https://localhost/", false),
        ("https://a.cn/ b", false), ("https://user@a.cn/", false), ("https://a.cn/\"", false),
        ("https://a.cn/" + String(repeating: "a", count: 500), false),
    ])
    func `only a whole address of the web is one`(text: String, isOne: Bool) {
        #expect((PublishedAddress.problem(text) == nil) == isOne)
    }
}
