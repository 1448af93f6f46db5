import Ledger
import Records
import Reporting
import Standards

/// A document as it is shown beside the version that was sealed.
struct SealComparison {
    /// The sealed version: of a past moment the one that was sealed as of it, of the present the last one; nil for none.
    let document: SealedDocument?
    /// Whether every number shown is printed in it.
    let isSame: Bool
    /// 草稿, 定稿封存（2026-11-05 16:20）, or how many numbers differ.
    let statusText: String
    private let claims: [FigureRequest: (id: ClaimID, claim: Claim)]

    /// - Parameters:
    ///   - seals: of the document, the last one first.
    ///   - figures: shown.
    init(_ seals: [SealedDocument], with figures: [FigureValue], in context: PageContext) throws {
        document = context.asOf.map { asOf in seals.first { $0.asOf == asOf } } ?? seals.first
        guard let document else {
            isSame = false
            statusText = "草稿"
            claims = [:]
            return
        }
        let set = try SealStore.claims(
            of: document, from: context.archive, hasher: try TreeHasher(document.suite))
        let pairs = set.claims.enumerated().compactMap { place, claim in
            claim.request.map { ($0, (id: set.id(at: place), claim: claim)) }
        }
        let known = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        claims = known
        let others = figures.count { known[$0.request]?.claim.printed != $0.printed }
        let time = Instant(milliseconds: document.milliseconds).minuteText
        isSame = others == 0
        if context.moment != nil {
            statusText = isSame ? "定稿封存（\(time)）" : "与 \(time) 封存的定稿有 \(others) 处不同"
        } else {
            statusText = isSame ? "定稿封存（\(time)），此后数字未变" : "已于 \(time) 封存，现在有 \(others) 处数字与定稿不同"
        }
    }

    /// The claim of a figure; nil for none.
    func claim(of request: FigureRequest) -> TextLink? {
        claims[request].map { TextLink(label: $0.id.rawValue, href: SiteURL.claim($0.id).path) }
    }

    /// What the sealed version prints where it prints something else; nil where it prints the same or not this figure.
    func other(than figure: FigureValue) -> String? {
        guard let printed = claims[figure.request]?.claim.printed, printed != figure.printed else { return nil }
        return ScreenText.lowered(printed)
    }
}
