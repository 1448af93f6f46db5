/// A rule file as text again, in the order of its keys.
package enum RuleTree {
    /// What the header says stands above the text already.
    private static let header = Set(RuleHeader.keys)

    /// The contents without the header.
    package static func text(_ node: RuleNode) -> String {
        guard case .mapping(let entries) = node.content else { return lines(node).joined(separator: "\n") }
        return entries.filter { !header.contains($0.key) }.flatMap(lines(of:)).joined(separator: "\n")
    }

    private static func lines(of entry: RuleNode.Entry) -> [String] {
        if let inline = inline(entry.value) { return ["\(entry.key): \(inline)"] }
        return ["\(entry.key):"] + lines(entry.value).map { "  " + $0 }
    }

    private static func lines(_ node: RuleNode) -> [String] {
        switch node.content {
        case .scalar(let text, _): text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        case .list(let elements):
            elements.flatMap { element in
                inline(element).map { ["- \($0)"] } ?? lines(element).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
            }
        case .mapping(let entries): entries.flatMap(lines(of:))
        }
    }

    /// A short value on one line; nil where it is long or deep.
    private static func inline(_ node: RuleNode) -> String? {
        switch node.content {
        case .scalar(let text, _): return text.contains("\n") ? nil : text
        case .list(let elements):
            let parts = elements.compactMap(\.scalar)
            let line = "[\(parts.joined(separator: ", "))]"
            return parts.count == elements.count && line.count <= 120 ? line : nil
        case .mapping(let entries):
            let parts = entries.compactMap { entry in entry.value.scalar.map { "\(entry.key): \($0)" } }
            let line = "{\(parts.joined(separator: ", "))}"
            return parts.count == entries.count && line.count <= 100 ? line : nil
        }
    }
}
