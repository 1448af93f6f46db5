import Catalog
import Standards

extension Ground {
    /// An article as a text, or as `{article, from, to}` where it may be cited on some days only.
    static func read(_ node: RuleNode, name: String, with reader: RuleReader) -> Ground {
        guard case .mapping = node.content else {
            return Ground(text: reader.text(node, name: name), from: nil, to: nil)
        }
        let row = reader.mapping(node, keys: ["article", "from", "to"])
        let ground = Ground(
            text: row.text("article"), from: row.optionalDate("from"), to: row.optionalDate("to"))
        if let to = ground.to, to < ground.from ?? .first { row.refuse("to", .endsBeforeItBegins) }
        return ground
    }

    /// Articles: one, or a list of them; none where the key is absent.
    static func list(_ row: RuleMapping, _ key: String, with reader: RuleReader) -> [Ground] {
        guard let node = row.optional(key) else { return [] }
        guard case .list(let nodes) = node.content else { return [read(node, name: key, with: reader)] }
        return nodes.map { read($0, name: key, with: reader) }
    }

    /// Articles that must be there.
    static func required(_ row: RuleMapping, _ key: String, with reader: RuleReader) -> [Ground] {
        _ = row.required(key)
        return list(row, key, with: reader)
    }
}
