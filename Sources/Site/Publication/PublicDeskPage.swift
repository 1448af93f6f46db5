import Records
import Reporting
import Standards
import Storage

/// 公开核验: the public documents, the list of disclosed penalties, and a field for the name of a number.
package struct PublicDeskPage: Sendable {
    private static let most = 200

    package let frame: PageFrame
    package let action: String
    package let text: String
    /// Why nothing was found; nil before something was asked.
    package let refusal: String?
    package let documents: [Row]
    package let penaltiesHref: String
    /// Of the key that signs the ledger; nil before there is one.
    package let fingerprint: String?

    /// A public document.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let periodText: String
        package let timeText: String
        package let claimsText: String
        /// Where the government's site shows it; empty where no proof was entered yet.
        package let proofs: [TextLink]
    }

    init(typed: String = "", refusal: String? = nil, in context: PageContext) throws {
        let open = try PublicationStore.open(limit: Self.most, in: context.connection)
        documents = try open.compactMap { publication in
            guard let document = try SealStore.document(publication.document, in: context.connection) else {
                return nil
            }
            let proofs = try PublicationStore.proofs(of: document.sequence, in: context.connection)
            return Row(
                title: document.title, href: SiteURL.publicDocument(document).path, periodText: document.period,
                timeText: Instant(milliseconds: document.milliseconds).minuteText,
                claimsText: "\(document.claimCount)",
                proofs: proofs.map { TextLink(label: "\($0.day) 公开", href: $0.address) })
        }
        frame = PageFrame("公开核验", in: context, at: nil)
        action = SiteURL(.publicDesk).path
        text = typed
        self.refusal = refusal
        penaltiesHref = SiteURL(.publicPenalties).path
        fingerprint = try LedgerStore.keys(in: context.connection).last.map { KeyFingerprint.text(of: $0) }
    }
}
