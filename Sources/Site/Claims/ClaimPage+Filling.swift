import Documents
import Ledger
import Records
import Reporting
import Standards
import Storage

extension ClaimPage {
    /// A claim.
    ///
    /// - Throws: `ReportingError` with `.unknownClaim`, `.damagedClaim`.
    init(
        _ id: ClaimID, _ attempt: ProofAttempt = ProofAttempt(), standing: LedgerStanding, in context: PageContext
    ) throws {
        let sealed = try SealedClaim(id, in: context.connection, from: context.archive)
        let claim = sealed.set.claims[sealed.place]
        guard let request = claim.request else {
            throw ReportingError(.damagedClaim, subject: String(sealed.document.sequence), detail: id.rawValue)
        }
        let words = ClaimWords(claim, request, in: context)
        let documents = try SealStore.documents(printing: id, in: context.connection)
        let covering = try LedgerStore.checkpoint(covering: sealed.document.sequence, in: context.connection)
        let today = try ClaimToday(sealed, request, in: context)
        let code = context.services.publicAddress.map { SiteAddress.joined($0, .claim(id)) } ?? id.rawValue
        let time = Instant(milliseconds: sealed.document.milliseconds).minuteText
        self.init(
            frame: PageFrame("数字凭证 \(id.rawValue)", in: context, at: .reports, path: Self.path(to: sealed.document)),
            claimID: id.rawValue, name: words.name, value: words.value, unit: words.unit,
            asOfText: "截至台账第 \(claim.asOf) 条记录，封存于 \(time)", rounding: words.rounding,
            printedIn: documents.flatMap(Self.facts), meaning: words.meaning, rules: words.rules,
            binding: try Self.binding(of: claim, in: sealed),
            parts: claim.parts.map { place in
                let part = sealed.set.id(at: place)
                let name = sealed.set.claims[place].body["title"]?.text ?? part.rawValue
                return TextLink(label: ScreenText.lowered(name), href: SiteURL.claim(part).path)
            }, signature: Self.signature(covering, document: sealed.document), present: today.verdict,
            changeHref: today.isChanged
                ? SiteURL.change(of: request, from: claim.asOf, to: standing.last).path : nil,
            traceHref: SiteURL.figure(request).asOf(claim.asOf).path,
            svg: try QRCode(code).drawing.svg, codeText: code,
            proof: Proof(id, attempt, isSigned: covering != nil, token: context.services.formToken),
            standing: standing)
    }

    private static func path(to document: SealedDocument) -> [Breadcrumb] {
        [
            Breadcrumb(
                label: "\(document.title) \(document.period)",
                href: SiteURL.report(document.document, document.period).path)
        ]
    }

    private static func facts(of document: SealedDocument) -> [LabelledText] {
        [
            LabelledText(
                label: "文件", value: "\(document.title)（\(document.period)）",
                href: SiteURL.report(document.document, document.period).asOf(document.asOf).path),
            LabelledText(
                label: "定稿", value: "封存于 \(Instant(milliseconds: document.milliseconds).minuteText)，下载 docx",
                href: SiteURL.sealedDocx(document).path),
            LabelledText(
                label: "台账记录", value: "第 \(document.sequence) 条", href: SiteURL.record(document.sequence).path),
        ]
    }

    private static func binding(of claim: Claim, in sealed: SealedClaim) throws -> [LabelledText] {
        let hasher = sealed.set.tree.hasher
        return [
            LabelledText(label: "输入", value: "\(claim.inputCount) 项", href: nil),
            LabelledText(label: "输入的根", value: claim.inputRoot, href: nil),
            LabelledText(label: "凭证摘要", value: hasher.leaf(try claim.bytes()).base64, href: nil),
            LabelledText(
                label: "文件的根",
                value:
                    "\(sealed.document.root.base64)（共 \(sealed.document.claimCount) 个凭证，本凭证为第 \(sealed.place + 1) 个）",
                href: nil),
            LabelledText(label: "密码算法", value: sealed.document.suite.rawValue.uppercased(), href: nil),
        ]
    }

    private static func signature(_ covering: StoredCheckpoint?, document: SealedDocument) -> Verdict {
        guard let covering else {
            return Verdict(tone: "warn", text: "尚未签名", remark: "台账每小时签名一次，封存后也立即签名；签名后才能出具证明包。")
        }
        return Verdict(
            tone: "better", text: "已签名",
            remark:
                "第 \(covering.signed.checkpoint.size) 条记录的检查点，签于 \(Instant(milliseconds: covering.milliseconds).minuteText)，台账 \(covering.signed.checkpoint.origin)。"
        )
    }
}

extension ClaimPage.Proof {
    fileprivate init(_ id: ClaimID, _ attempt: ProofAttempt, isSigned: Bool, token: FormToken) {
        self.init(
            hindrance: isSigned ? nil : "封存之后台账还没有签过名，暂时不能出具证明包。", bundleHref: SiteURL.claimBundle(id).path,
            openShows: BundleGrade.open.shows, openHides: BundleGrade.open.doesNotShow,
            fullShows: BundleGrade.full.shows, fullHides: BundleGrade.full.doesNotShow,
            action: SiteURL.claim(id).path, tokenValue: token.text, reason: attempt.reason, error: attempt.error)
    }
}
