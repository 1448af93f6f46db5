import Ledger
import Records
import Reporting
import Standards
import Storage

/// A public document with all that is needed to check its numbers in the browser.
package struct PublicDocumentPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let sub: String
    package let facts: [LabelledText]
    package let fileHref: String
    package let proofs: [TextLink]
    /// What was asked for by its name; empty for nothing.
    package let text: String
    package let rows: [Row]
    /// Where only some numbers have room, how the others are looked up; nil where all are there.
    package let remark: String?
    /// Put into the page as it is.
    package let evidenceJSON: String

    /// A number of the document.
    package struct Row: Sendable {
        package let name: String
        package let label: String
        package let value: String
        package let unit: String
        package let periodText: String
    }

    /// - Parameter asked: the claim that somebody looks for.
    init(_ document: SealedDocument, asked: ClaimID?, in context: PageContext) throws {
        let archive = context.services.book.archive
        let evidence = try PublicEvidence(of: document, asked: asked, in: context.connection, from: archive)
        let set = try SealStore.claims(of: document, from: archive, hasher: try TreeHasher(document.suite))
        title = document.title
        let instant = Instant(milliseconds: document.milliseconds)
        sub = "\(document.period)　封存于 \(instant.minuteText)"
        facts = [
            LabelledText(label: "截至", value: "台账第 \(document.asOf) 条记录", href: nil),
            LabelledText(label: "封存记录", value: "台账第 \(document.sequence) 条", href: nil),
            LabelledText(label: "数字凭证", value: "\(document.claimCount) 个", href: nil),
            LabelledText(label: "凭证的根", value: document.root.base64, href: nil),
            LabelledText(label: "定稿 SHA-256", value: document.file.rawValue, href: nil),
        ]
        fileHref =
            SiteURL(
                .publicDocx, ["report": document.document, "period": document.period],
                query: [("asof", String(document.asOf))]
            ).path
        proofs = try PublicationStore.proofs(of: document.sequence, in: context.connection).map {
            TextLink(label: "\($0.day) 公开于 \($0.address)", href: $0.address)
        }
        text = asked?.rawValue ?? ""
        let shown =
            evidence.isWhole ? Array(set.claims.indices) : asked.flatMap { set.place(of: $0) }.map { [$0] } ?? []
        rows = shown.compactMap { place in
            let claim = set.claims[place]
            guard let request = claim.request else { return nil }
            let (from, to) = (claim.body["from"]?.text ?? "", claim.body["to"]?.text ?? "")
            return Row(
                name: set.id(at: place).rawValue, label: ClaimWords(claim, request, in: context).name,
                value: claim.printed, unit: claim.body["unit"]?.text ?? "",
                periodText: from == to ? from : "\(from) 至 \(to)")
        }
        remark = evidence.isWhole ? nil : "本件数字较多，本页带有全部凭证的散列；单个数字请从公开核验首页按编号打开。"
        evidenceJSON = try evidence.markup()
        frame = PageFrame(document.title, in: context, at: nil, path: [])
    }
}
