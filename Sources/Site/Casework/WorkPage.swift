import Accounts
import Casework
import Catalog
import Records
import Standards
import Storage

/// 我的工作: what waits for the visitor, the nearest deadline first.
package struct WorkPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    package let counts: [LabelledText]
    package let items: [Item]

    /// Something that waits.
    package struct Item: Sendable {
        package let title: String
        package let href: String
        package let procedure: String
        package let state: String
        /// What may be done: steps and signatures of the visitor's posts.
        package let todo: [TextLink]
        package let clock: String?
        package let clockName: String?
        package let step: String?
        package let tone: String
    }

    /// Running matters that are looked through; what is beyond them waits longest anyway.
    private static let greatestCount = 2_000

    init(in context: PageContext) throws {
        let engine = try context.casework.engine
        var query = MatterStore.Query()
        query.isRunning = true
        let rows = try MatterStore.matters(query, limit: Self.greatestCount, offset: 0, in: context.connection)
        var found: [(day: CivilDate, item: Item)] = []
        for row in rows {
            let history = try MatterStore.history(of: row.id, in: context.connection).map(\.entry)
            let matter = try engine.matter(history, now: context.now)
            let todo = Self.todo(matter, row.id, in: context)
            guard !todo.isEmpty else { continue }
            let urgent = matter.urgentClock
            let standing = urgent.map(ClockBar.standing)
            let item = Item(
                title: row.title, href: SiteURL.matter(row.id).path, procedure: matter.procedure.header.title,
                state: row.standing.state, todo: todo, clock: standing?.text, clockName: urgent?.run.terms.name,
                step: urgent?.step?.name, tone: standing?.tone ?? "calm")
            found.append((urgent?.deadline.earliest ?? .last, item))
        }
        let items = found.sorted { $0.day < $1.day }.map(\.item)
        let late = items.count { $0.tone == "bad" }
        let near = items.count { $0.tone == "warn" }
        frame = PageFrame("我的工作", in: context, at: .work)
        countText = items.isEmpty ? "没有等您办的事。" : "等您办的 \(items.count) 件，按届满先后排列"
        counts = [("已超期", late), ("临近届满", near), ("其余", items.count - late - near)].map {
            LabelledText(label: $0.0, value: "\($0.1) 件", href: nil)
        }
        self.items = items
    }

    /// The steps that the visitor's posts may take now, and the signatures that are their turn. Who handles a matter handles it
    /// alone within the own post.
    private static func todo(_ matter: Matter, _ id: MatterID, in context: PageContext) -> [TextLink] {
        guard case .signedIn(let visitor) = context.services.visitor else { return [] }
        let own = visitor.roles.map(\.id)
        let handlers = [matter.handler].compactMap(\.self) + matter.coHandlers
        func mayTake(_ roles: [String]) -> Bool {
            roles.contains { role in
                guard own.contains(role) else { return false }
                guard matter.handler?.role == role else { return true }
                return handlers.contains { $0.person == visitor.person.id }
            }
        }
        var links = matter.offers.filter { $0.obstacle == nil && mayTake($0.action.roles) && $0.action.outside == nil }
            .map {
                TextLink(
                    label: $0.action.name,
                    href: SiteURL(.matterStep, ["matter": id.rawValue, "action": $0.action.name]).path)
            }
        if matter.offers.contains(where: { $0.missingSigners.first.map(own.contains) ?? false }) {
            links.append(TextLink(label: "会签", href: SiteURL.matterAct(id, .sign).path))
        }
        return links
    }
}
