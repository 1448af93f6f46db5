/// What surrounds every page: header, menu, breadcrumb, notice and footer. Every page model has one as `frame`.
package struct PageFrame: Sendable {
    /// Name of the bureau as it stands on its door, e.g. 示例区生态环境局.
    package let bureauName: String
    /// True shows the banner 演示数据 on screen and on paper.
    package let isDemo: Bool
    /// Title of the page without the product's name; the layout prints it into `<title>`.
    package let title: String
    /// Path from the first page down to this one, this page last and without a link.
    package let breadcrumbs: [Breadcrumb]
    /// The left menu; only pages that exist.
    package let menu: [MenuGroup]
    /// Data cut-off in words, e.g. 数据截至 2026-11-22 08:00.
    package let cutoffText: String
    /// State of the values shown, e.g. 未经审核，仅供参考; nil where the page shows no values.
    package let stateText: String?
    /// What is wrong with the service itself and how to mend it, on every page until it is over.
    package let alerts: [String]
    /// Result of the last action in one sentence, shown once above the page; nil for none.
    package let notice: String?
    /// True loads ECharts after the page; only for pages that carry a `ChartFragment`.
    package let needsCharts: Bool
    /// Who is signed in; nil for nobody, and as long as there are no accounts.
    package let person: FramePerson?
    /// Changes whenever an asset changes; appended to asset addresses so that browsers do not show an old style sheet.
    package let assetVersion: String
}
