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
        /// Nil for who may not change the register.
        package let importHref: String?
        package let newHref: String?
    }

    init(in context: PageContext) throws {
        let isLimited = context.services.visitor.range != nil
        let counts = isLimited ? [:] : try SourceStore.counts(.active, in: context.connection)
        frame = PageFrame("一源一档", in: context, at: .sources)
        rows = try context.visibleKinds().map { kind in
            let count =
                isLimited
                ? try SourceStore.count(context.sourceQuery(kind.id), in: context.connection) : counts[kind.id] ?? 0
            // Who may change nothing is not led to forms.
            let canChange = context.services.visitor.may(kind.changing)
            return Row(
                title: kind.title, countText: "\(count) \(kind.measure)", href: SiteURL.sources(kind.id).path,
                importHref: canChange ? SiteURL.sourceImport(kind.id).path : nil,
                newHref: canChange ? SiteURL.newSource(kind.id).path : nil)
        }
    }
}
