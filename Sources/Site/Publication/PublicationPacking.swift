import Documents
import Ledger
import Records
import Reporting
import Standards
import Storage

/// Puts together what goes to the government's own site.
struct PublicationPacking {
    let services: SiteServices
    let assets: SiteAssets
    let printer: PDFPrinter

    /// - Throws: `ReportingError` with `.notSigned` as long as no checkpoint covers the document.
    func package(_ document: SealedDocument) async throws -> [UInt8] {
        let archive = services.book.archive
        let docx = try archive.attachments.bytes(of: document.file)
        let evidence = try await services.book.database.read { connection in
            try PublicEvidence(of: document, in: connection, from: archive)
        }
        let name = PublicationPackage.fileName("\(document.title) \(document.period)")
        var package = PublicationPackage()
        let page = try Self.page(document, body: try SealedPage.html(of: docx), evidence: evidence)
        package.add("index.html", "网页，可离线核验其中的数字", Array(page.utf8))
        package.add("\(name).docx", "定稿（附件）", docx)
        var remarks: [String] = []
        switch try await printer.pdf(of: docx) {
        case .pdf(let bytes): package.add("\(name).pdf", "定稿的 PDF（附件）", bytes)
        case .noProgram: remarks.append("没有 PDF：服务器没有安装 LibreOffice。请在办公软件中打开 docx 另存为 PDF。")
        case .failed: remarks.append("没有 PDF：LibreOffice 没有转换成功。请在办公软件中打开 docx 另存为 PDF。")
        }
        let claims = try SealStore.claims(of: document, from: archive, hasher: try TreeHasher(document.suite))
        package.add("\(name) 数据.xlsx", "数据（附件）", try await workbook(document, claims))
        let code =
            services.publicAddress.map { SiteAddress.joined($0, SiteURL.publicDocument(document)) }
            ?? "QINGHENG \(SiteURL.publicDocument(document).path) root=\(document.root.base64)"
        package.add("qr.png", "二维码：\(code)", try QRCode(code).png)
        package.add("evidence.json", "全部数字凭证及其证明", try evidence.bytes())
        package.add("proof.js", "核验用脚本", try assets.bytes(of: "proof.js"))
        package.add("public.js", "网页用脚本", try assets.bytes(of: "public.js"))
        if let fingerprint = evidence.fingerprint { remarks.append("台账公钥指纹：\(fingerprint)") }
        remarks.append("发布后，请把网页的网址和截图登记为公开凭据。")
        return try package.archive(title: "\(document.title)（\(document.period)）公开材料", remarks: remarks)
    }

    private func workbook(_ document: SealedDocument, _ claims: ClaimSet) async throws -> [UInt8] {
        try await PastReading(services).read(asOf: .live, assetVersion: "") { context in
            try ClaimSheet.workbook(document, claims) { name, value in
                FigureWords.argument(name, value, in: context).value
            }
        }
    }

    /// A page that stands alone: no address of ours in it.
    private static func page(_ document: SealedDocument, body: String, evidence: PublicEvidence) throws -> String {
        let title = SealedPage.escaped("\(document.title) \(document.period)")
        return """
            <!doctype html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 serif}h1{text-align:center}.issuer{color:#c00000;\
            font-size:1.5rem;text-align:center}.number{text-align:center;border-bottom:2px solid #c00000}.right{text-align:right}\
            .caption{text-align:center;font-weight:bold}.note{font-size:.85rem}.scroll{overflow-x:auto}table{border-collapse:collapse;\
            margin:0 auto}td{border:1px solid #666;padding:.2rem .5rem}.better{color:#1a6b3c}.bad{color:#b00020}.warn{color:#8a5a00}\
            section{border:1px solid #ccc;padding:0 1rem 1rem;margin-top:2rem;font-family:sans-serif;font-size:.9rem;\
            overflow-wrap:anywhere}</style>
            <script src="proof.js" defer></script><script src="public.js" defer></script></head>
            <body><article>
            \(body)</article>
            <section aria-labelledby="check-head"><h2 id="check-head">核验本件的数字</h2>
            <p><strong id="verdict" class="verdict" role="status">需要 JavaScript 才能核验</strong></p><ol id="steps"></ol>
            <p>签名公钥指纹：<span id="signer"></span></p>
            <form id="lookup"><label>数字凭证编号或二维码内容 <input id="typed" size="30"></label> <button>查对</button></form>
            <p id="found" role="status"></p>
            <form id="compare"><label>纸面所印公钥指纹 <input id="printed" size="40"></label> <button>比对</button></form>
            <p id="compared" role="status"></p>
            <p><label>手中的定稿 docx <input id="file" type="file"></label></p><p id="checked" role="status"></p></section>
            <script type="application/json" id="evidence">\(try evidence.markup())</script>
            </body></html>

            """
    }
}
