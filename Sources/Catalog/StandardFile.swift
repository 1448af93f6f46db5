/// One version of a rule under `standards/`, as lists show it.
package struct StandardFile: Hashable, Sendable {
    /// Id, title, days, source, confidence.
    package let header: RuleHeader
    /// The key of its kind: `air_index`.
    package let kind: String
    /// The Chinese name of its kind.
    package let kindName: String
    /// The path from the catalog folder on.
    package let path: String
    /// Whether the file comes from the bureau's own directory.
    package let isOverlay: Bool
    /// The contents below the header, as text in the order of the file.
    package let contents: String
}

extension RuleCatalog {
    /// Every version of every rule under `standards/`, by id and first day.
    package var standardFiles: [StandardFile] {
        files(under: StandardRules.folder).map { file in
            let keys =
                if case .mapping(let entries) = file.node.content { entries.map(\.key) } else { [String]() }
            let kind = keys.first { StandardRules.names[$0] != nil } ?? ""
            return StandardFile(
                header: file.header, kind: kind, kindName: StandardRules.names[kind] ?? "", path: file.path,
                isOverlay: file.isOverlay, contents: RuleTree.text(file.node))
        }
    }

    /// Every kind of rule under `standards/`: its key and Chinese name, in the order of the catalog's guide.
    package static var standardKinds: [(key: String, name: String)] { StandardRules.kinds.map { ($0.key, $0.name) } }
}
