import Ledger
import Records
import Reporting
import Standards
import Storage

/// How one sealed document stands with the public: the decision, the package for the government's site, the proofs.
package struct PublicationPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let sub: String
    /// E.g. 没有公开, 公开（2026-03-30 10:12 决定）.
    package let statusText: String
    package let isOpen: Bool
    package let facts: [LabelledText]
    package let documentHref: String
    package let packageHref: String
    /// The public page; nil as long as the document is not public.
    package let publicHref: String?
    package let proofs: [Proof]
    package let action: String
    package let proofAction: String
    package let tokenValue: String
    /// Whether the visitor may decide and enter.
    package let mayPublish: Bool
    /// Why the last attempt was refused; nil for none.
    package let error: String?
    /// As it was typed.
    package let address: String
    package let day: String

    /// A proof of disclosure.
    package struct Proof: Sendable {
        package let day: String
        package let address: String
        package let pictureHref: String
        package let record: TextLink
    }

    /// - Parameters:
    ///   - recorded: the record whose success is told.
    ///   - entered: address and day as they were typed.
    init(
        _ document: SealedDocument, recorded: Int64? = nil, error: String? = nil,
        entered: (address: String, day: String)? = nil, in context: PageContext
    ) throws {
        let publication = try PublicationStore.publication(of: document.sequence, in: context.connection)
        let isOpen = publication?.isOpen == true
        self.isOpen = isOpen
        title = document.title
        sub = document.period
        statusText =
            switch publication {
            case nil: "没有公开"
            case let publication? where publication.isOpen:
                "公开（\(Instant(milliseconds: publication.openedMilliseconds).minuteText) 决定）"
            case let publication?: "已撤下：\(publication.reason)"
            }
        facts = [
            LabelledText(label: "封存", value: Instant(milliseconds: document.milliseconds).minuteText, href: nil),
            LabelledText(label: "数字凭证", value: "\(document.claimCount) 个", href: nil),
            LabelledText(label: "凭证的根", value: document.root.base64, href: nil),
        ]
        documentHref = SiteURL.report(document.document, document.period).asOf(document.asOf).path
        packageHref = SiteURL(.publicationPackage, ["sequence": String(document.sequence)]).path
        publicHref = isOpen ? SiteURL.publicDocument(document).path : nil
        proofs = try PublicationStore.proofs(of: document.sequence, in: context.connection).map { proof in
            Proof(
                day: proof.day, address: proof.address,
                pictureHref: SiteURL(
                    .publicationProof,
                    ["sequence": String(document.sequence), "record": String(proof.sequence)]
                ).path,
                record: TextLink(label: "第 \(proof.sequence) 条", href: SiteURL.record(proof.sequence).path))
        }
        action = SiteURL.publication(document.sequence).path
        proofAction = SiteURL(.publicationProofs, ["sequence": String(document.sequence)]).path
        tokenValue = context.services.formToken.text
        mayPublish = context.services.visitor.may(PublicationActions.publish)
        self.error = error
        address = entered?.address ?? ""
        day = entered?.day ?? "\(context.today)"
        let notice = recorded.map { "已记入台账第 \($0) 条。" }
        frame = PageFrame(
            "公开 \(document.title)", in: context, at: .reports,
            path: [], notice: notice)
    }
}
