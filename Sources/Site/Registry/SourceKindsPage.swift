import Registry

/// 一源一档: the kinds of things that the bureau watches, and how many of each.
package struct SourceKindsPage: Sendable {
    package let frame: PageFrame
    package let rows: [Row]

    /// One kind.
    package struct Row: Sendable {
        package let title: String
        /// E.g. 220 家.
        package let countText: String
        package let href: String
        package let importHref: String
        package let newHref: String
    }

    init(in context: PageContext) throws {
        let counts = try SourceStore.counts(.active, in: context.connection)
        frame = PageFrame("一源一档", in: context, at: .sources)
        rows = try context.sourceKinds().all.map { kind in
            Row(
                title: kind.title, countText: "\(counts[kind.id] ?? 0) \(kind.measure)",
                href: SiteURL.sources(kind.id).path, importHref: SiteURL.sourceImport(kind.id).path,
                newHref: SiteURL.newSource(kind.id).path)
        }
    }
}
