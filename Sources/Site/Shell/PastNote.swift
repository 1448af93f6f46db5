/// What a page says when it shows a past moment, with the way to the present.
package struct PastNote: Sendable {
    /// 截至台账第 12 条记录（2026-11-22 08:00:00）的值
    package let text: String
    /// What must be known besides; nil for nothing.
    package let remark: String?
    package let presentHref: String
}

extension PastNote {
    /// What a page says of the moment that it shows; nil for the present.
    ///
    /// - Parameters:
    ///   - what: what is shown as of then: 值, 文件.
    ///   - present: the same page of the present.
    init?(in context: PageContext, _ what: String, present: SiteURL) {
        guard let moment = context.moment else { return nil }
        self.init(
            text: "截至台账第 \(moment.sequence) 条记录（\(moment.time.secondText)）的\(what)",
            remark: moment.rulesRecord == nil ? "当时规则目录尚未记入台账，按现行规则计算。" : nil, presentHref: present.path)
    }
}
