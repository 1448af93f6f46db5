import Registry

/// The history of one field: every value it ever had, who said so, and what became of it.
package struct SourceFieldPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let sourceName: String
    package let sourceHref: String
    /// The last first.
    package let rows: [Row]

    package struct Row: Sendable {
        package let value: String
        package let originText: String
        package let timeText: String
        package let actor: String
        package let recordHref: String
        package let recordText: String
        /// 现行, 有异议, 已撤销, 曾用.
        package let standing: String
        /// `better`, `worse` or empty.
        package let tone: String
    }

    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, _ name: String, in context: PageContext) throws {
        let (file, kind) = try context.sourceFile(id)
        let history = file.history(of: name)
        let field = kind.field(name)
        guard field != nil || !history.isEmpty else { throw SiteError(.unknownObject, subject: "字段", detail: name) }
        let title = kind.title(of: name)
        let state = file.fields[name]
        var names: [String: String] = [:]
        if case .reference? = field?.type {
            names = try SourceStore.names(of: history.compactMap(\.value), in: context.connection)
        }
        let text = try SourceText(
            names: names, personal: history.filter { $0.value == nil }.map { ($0.event.sequence, name) }, in: context)
        let contested = Set((state?.contested ?? []).map(\.sequence))
        frame = PageFrame(
            "\(title)的历史", in: context, at: .sources,
            path: [
                Breadcrumb(label: kind.title, href: SiteURL.sources(kind.id).path),
                Breadcrumb(label: file.name, href: SiteURL.source(id).path),
            ])
        self.title = title
        sourceName = file.name
        sourceHref = SiteURL.source(id).path
        rows = history.reversed().map { event, value in
            let standing =
                if event.undoneBy != nil {
                    ("已撤销", "")
                } else if state?.current.sequence == event.sequence {
                    ("现行", "better")
                } else if contested.contains(event.sequence) {
                    ("有异议", "worse")
                } else {
                    ("曾用", "")
                }
            return Row(
                value: text.value(value, in: event.sequence, field), originText: SourceText.origin(event.origin),
                timeText: SourceText.time(event.timeMilliseconds), actor: event.actor,
                recordHref: SiteURL.record(event.sequence).path, recordText: "第 \(event.sequence) 条",
                standing: standing.0, tone: standing.1)
        }
    }
}
