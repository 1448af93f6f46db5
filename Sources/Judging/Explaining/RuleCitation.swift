package import Catalog

/// A rule as an explanation cites it.
package struct RuleCitation: Hashable, Sendable {
    /// The id in the catalog: `HJ633-2026`.
    package let id: String
    /// The title as cited.
    package let title: String
    /// The days on which it is in force: `2026-03-01 起`.
    package let effective: String
    /// Instrument and clause: `HJ 633-2026 表1、表2`.
    package let source: String
    /// How sure its contents are: 核对原文, 数据复现, 暂定.
    package let confidence: Confidence
    /// How they were verified, and against what.
    package let verified: String

    /// The citation of a rule file.
    package init(_ header: RuleHeader) {
        id = header.id
        title = header.title
        effective = header.effective.chinese
        source = "\(header.source.instrument) \(header.source.article)"
        confidence = header.confidence
        verified = header.source.verified
    }

    /// The citation in one line.
    package var line: String { "依据 \(id)（\(effective)施行，\(source)，\(confidence.chinese)）" }
}

extension Effective {
    /// `2026-03-01 起`, or `2013-01-01 至 2026-02-28`.
    package var chinese: String { to.map { "\(from) 至 \($0)" } ?? "\(from) 起" }
}

extension Confidence {
    /// 核对原文, 数据复现, 暂定.
    package var chinese: String {
        switch self {
        case .official: "核对原文"
        case .reproduced: "数据复现"
        case .provisional: "暂定（未核对原文）"
        }
    }
}
