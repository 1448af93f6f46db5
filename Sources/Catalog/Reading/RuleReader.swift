/// Reads a rule file key by key and collects every fault on the way.
///
/// A key at fault yields a harmless stand-in (empty text, zero), so that reading goes on and all faults of a file
/// come out together; `finish()` throws them, and nothing made of stand-ins ever leaves the reader.
///
///     let reader = RuleReader(file)
///     let body = reader.body(keys: ["measure", "unit"])
///     let figure = Figure(measure: body.choice("measure", as: Measure.self), unit: body.text("unit"))
///     try reader.finish()
package final class RuleReader {
    /// The faults found so far.
    package private(set) var faults: [CatalogFault] = []
    private let root: RuleNode

    /// Reads a file.
    package convenience init(_ file: RuleFile) {
        self.init(root: file.node)
    }

    init(root: RuleNode) {
        self.root = root
    }

    /// The document without its header; every key other than the header's and these is a fault.
    package func body(keys: [String]) -> RuleMapping {
        mapping(root, keys: RuleHeader.keys + keys)
    }

    /// A mapping whose keys are fixed; every other key is a fault that names the nearest known one.
    package func mapping(_ node: RuleNode, keys: [String]) -> RuleMapping {
        let mapping = openMapping(node)
        for entry in mapping.entries where !keys.contains(entry.key) {
            let nearest = NearestName.find(entry.key, among: keys)
            let problem = CatalogFault.Problem.unknownKey(entry.key, nearest: nearest, known: keys)
            refuse(line: entry.line, column: entry.column, in: node.file, problem)
        }
        return mapping
    }

    /// A mapping whose keys are data.
    package func openMapping(_ node: RuleNode, name: String = "") -> RuleMapping {
        guard case .mapping(let entries) = node.content else {
            refuse(node, .wrongKind(key: name, expected: .mapping))
            return RuleMapping(node: node, entries: [], reader: self, isStandIn: true)
        }
        return RuleMapping(node: node, entries: entries, reader: self)
    }

    /// Records a fault at a part of the file.
    package func refuse(_ node: RuleNode, _ problem: CatalogFault.Problem) {
        refuse(line: node.line, column: node.column, in: node.file, problem)
    }

    /// Ends reading.
    ///
    /// - Throws: `.faulty` with all faults found.
    package func finish() throws(CatalogError) {
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
    }

    private func refuse(line: Int, column: Int, in file: String, _ problem: CatalogFault.Problem) {
        faults.append(CatalogFault(file: file, line: line, column: column, problem))
    }
}
