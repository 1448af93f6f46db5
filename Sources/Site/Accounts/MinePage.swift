import Accounts
import Registry
import Storage

/// What lies in the range of who sees only that.
package struct MinePage: Sendable {
    package let frame: PageFrame
    package let rangeText: String
    package let groups: [Group]
    package let emptyReason: String

    /// Points of one kind.
    package struct Group: Sendable {
        package let title: String
        package let links: [TextLink]
    }
}

extension MinePage {
    init(_ visitor: SignedIn, in context: PageContext) throws {
        let range = visitor.range ?? visitor.account.scope
        let kinds: [(ObjectKind, String)] = [(.station, "空气站"), (.section, "地表水断面"), (.outlet, "排放口")]
        let groups = try kinds.compactMap { kind, title -> Group? in
            let found = try RegistryStore.objects(kind, in: context.connection).filter {
                RangeCheck.contains($0, range)
            }
            if found.isEmpty { return nil }
            return Group(title: title, links: found.map { Self.link($0, in: context) })
        }
        let sources = try Self.sources(in: context)
        let texts = [range.towns.joined(separator: "、"), range.objects.joined(separator: "、")].filter { !$0.isEmpty }
        self.init(
            frame: PageFrame("我的点位", in: context, at: nil),
            rangeText: texts.isEmpty ? "账户没有写明数据范围" : "数据范围：" + texts.joined(separator: "；"), groups: groups + sources,
            emptyReason: "范围内没有登记的点位。范围由安全管理员在“人员与账户”中设定。")
    }

    /// How many files of each kind lie in the range.
    private static func sources(in context: PageContext) throws -> [Group] {
        guard context.services.visitor.may(.viewRegistry) else { return [] }
        let links = try context.visibleKinds().compactMap { kind -> TextLink? in
            let count = try SourceStore.count(context.sourceQuery(kind.id), in: context.connection)
            if count == 0 { return nil }
            return TextLink(label: "\(kind.title) \(count) \(kind.measure)", href: SiteURL.sources(kind.id).path)
        }
        return links.isEmpty ? [] : [Group(title: "一源一档", links: links)]
    }

    private static func link(_ object: RegisteredObject, in context: PageContext) -> TextLink {
        let address: SiteURL =
            switch object.kind {
            case .section: .section(object.id)
            case .outlet: .lead(object.id, on: context.yesterday)
            default: .station(object.id)
            }
        return TextLink(label: object.name, href: address.path)
    }
}
