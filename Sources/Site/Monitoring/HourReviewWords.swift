import Catalog
import Monitoring
import Standards

/// Decisions in words.
struct HourReviewWords {
    private let titles: [String: String]

    init(_ catalog: RuleCatalog) { titles = HourReviewReasons.titles(in: catalog) }

    /// 认可, 存疑, …; of a superior with that said.
    func name(_ review: HourReview) -> String {
        review.isSuperior ? "上级核定" + Self.name(review.decision) : Self.name(review.decision)
    }

    static func name(_ decision: HourReview.Decision) -> String {
        switch decision {
        case .accepted: "认可"
        case .doubted: "存疑"
        case .rejected: "剔除"
        case .entered: "手工值"
        case .undone: "撤销"
        }
    }

    /// The class of the style sheet.
    static func className(_ decision: HourReview.Decision) -> String {
        switch decision {
        case .accepted, .undone: "kept"
        case .doubted: "doubted"
        case .rejected, .entered: "rejected"
        }
    }

    /// Reason in words with what else was said; — for none.
    func reason(_ review: HourReview) -> String {
        let parts = [
            review.reason.isEmpty ? "" : titles[review.reason] ?? review.reason,
            review.entered.map { "以 \($0) 计" } ?? "",
            review.citation.isEmpty ? "" : "运维/校准记录 \(review.citation)", review.note,
        ].filter { !$0.isEmpty }
        return parts.isEmpty ? "—" : parts.joined(separator: "；")
    }

    /// A decision in one line: 存疑：数值突变…（张三）.
    func words(_ review: HourReview) -> String {
        let reason = reason(review)
        return reason == "—"
            ? "\(name(review))（\(review.reviewer)）" : "\(name(review))：\(reason)（\(review.reviewer)）"
    }
}

extension ReviewedValue.State {
    /// 原始, 初审, 复审 or 上级核定.
    var name: String {
        switch self {
        case .raw: "原始"
        case .first: "初审"
        case .second: "复审"
        case .superior: "上级核定"
        }
    }
}
