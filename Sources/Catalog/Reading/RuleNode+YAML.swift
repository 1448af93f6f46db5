import Yams

extension RuleNode {
    /// More parts than any rule has; also stops aliases that multiply.
    private static let maximumNodes = 500_000
    private static let maximumDepth = 50

    /// Reads a YAML document.
    ///
    /// - Returns: the tree, or the one fault that kept the text from being read.
    static func parse(_ text: String, file: String) -> Result<RuleNode, CatalogFault.Failure> {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                return .failure(.init(CatalogFault(file: file, line: 1, .missingKey("id"))))
            }
            var budget = maximumNodes
            guard let node = convert(root, file: file, depth: 0, budget: &budget) else {
                return .failure(.init(CatalogFault(file: file, line: nil, .tooLarge)))
            }
            return .success(node)
        } catch {
            return .failure(.init(fault(error, file: file)))
        }
    }

    private static func convert(_ node: Node, file: String, depth: Int, budget: inout Int) -> RuleNode? {
        budget -= 1
        guard budget > 0, depth < maximumDepth else { return nil }
        let content: Content
        switch node {
        case .scalar(let scalar):
            content = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
        case .sequence(let sequence):
            var items: [RuleNode] = []
            for item in sequence {
                guard let item = convert(item, file: file, depth: depth + 1, budget: &budget) else { return nil }
                items.append(item)
            }
            content = .list(items)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                guard let value = convert(value, file: file, depth: depth + 1, budget: &budget) else { return nil }
                entries.append(
                    Entry(
                        key: key.scalar?.string ?? "", line: key.mark?.line ?? value.line,
                        column: key.mark?.column ?? value.column, value: value))
            }
            content = .mapping(entries)
        case .alias:
            // Composing has already put the meaning in place of every alias.
            content = .scalar("", isPlain: true)
        }
        return RuleNode(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, content: content)
    }

    private static func fault(_ error: any Error, file: String) -> CatalogFault {
        guard let error = error as? YamlError else {
            return CatalogFault(file: file, line: nil, .syntax("\(error)"))
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return CatalogFault(file: file, line: mark.line, column: mark.column, .syntax(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            return CatalogFault(
                file: file, line: context.mark.line, column: context.mark.column,
                .duplicateKeys(duplicates.sorted()))
        default:
            return CatalogFault(file: file, line: nil, .syntax("\(error)"))
        }
    }
}

extension CatalogFault {
    /// A fault in the place of an error.
    struct Failure: Error {
        let fault: CatalogFault

        init(_ fault: CatalogFault) {
            self.fault = fault
        }
    }
}
