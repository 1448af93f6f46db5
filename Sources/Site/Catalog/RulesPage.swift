/// 规则目录: every dated rule in use, with its source and how far it was verified.
package struct RulesPage: Sendable {
    package let frame: PageFrame
    /// E.g. 42 项，其中暂定 5 项.
    package let countText: String
    /// What is listed: all, only what is in force today, only what is provisional.
    package let filters: [Filter]
    package let groups: [Group]
    /// Said when no rule is listed.
    package let emptyReason: String

    /// A choice of what is listed.
    package struct Filter: Sendable {
        package let label: String
        package let href: String
        /// Number of rules it lists.
        package let count: String
        package let isCurrent: Bool
    }

    /// Rules of one folder of the catalog.
    package struct Group: Sendable {
        /// E.g. 标准.
        package let heading: String
        package let rows: [Row]
    }

    /// One rule.
    package struct Row: Sendable {
        /// Id in the catalog, e.g. HJ633-2026; also the anchor on the page.
        package let id: String
        /// Address of the rule's own page.
        package let href: String
        package let title: String
        /// What kind of rule it is, e.g. 排名办法; a dash for figures and reports.
        package let kindName: String
        /// E.g. 2026-03-01 起, or 2012-02-29 至 2026-02-28.
        package let effective: String
        /// Instrument and article, and how it was verified.
        package let source: String
        /// 核对原文, 数据复现 or 暂定.
        package let confidence: String
        /// `better`, `plain` or `warn`.
        package let confidenceTone: String
        /// 现行, 尚未施行 or 历史版本, by the present day.
        package let standing: String
        /// `ok`, `note`.
        package let standingTone: String
    }
}
