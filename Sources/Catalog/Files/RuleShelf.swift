import Foundation

/// All files of the catalog and its overlay, with headers understood and versions settled.
///
/// An overlay file with the id and first day of a bundled one replaces it; with another first day it is a further version.
/// Where an overlay and a bundled file are both in force, the overlay holds.
struct RuleShelf: Sendable {
    private(set) var files: [RuleFile] = []
    /// Files whose header cannot be used; only searched for further faults.
    private(set) var broken: [RuleFile] = []
    private(set) var texts: [RuleText] = []
    private(set) var faults: [CatalogFault] = []

    /// Puts the files of the trees together, the bundled tree first.
    init(_ trees: [CatalogTree]) {
        for tree in trees {
            faults += tree.faults
            for file in tree.files { add(file, isOverlay: tree.isOverlay) }
        }
        findOverlaps()
    }

    private mutating func add(_ file: CatalogTree.File, isOverlay: Bool) {
        guard file.path.hasSuffix(".yaml") else {
            let name = file.path.split(separator: "/").last.map { $0.split(separator: ".")[0] } ?? ""
            texts.removeAll { $0.path == file.path }
            texts.append(RuleText(name: String(name), path: file.path, isOverlay: isOverlay, text: file.text))
            return
        }
        switch RuleNode.parse(file.text, file: file.path) {
        case .failure(let failure):
            faults.append(failure.fault)
        case .success(let node):
            let reader = RuleReader(root: node)
            let header = RuleHeader.read(node, with: reader)
            let rule = RuleFile(header: header, path: file.path, isOverlay: isOverlay, node: node)
            guard reader.faults.isEmpty else {
                faults += reader.faults
                broken.append(rule)
                return
            }
            if isOverlay { files.removeAll { !$0.isOverlay && RuleShelf.isSameVersion($0, rule) } }
            files.append(rule)
        }
    }

    /// Two versions of one id in one layer must not hold on the same day.
    private mutating func findOverlaps() {
        let groups = Dictionary(grouping: files) { "\($0.isOverlay) \($0.folder) \($0.header.id)" }
        for versions in groups.values where versions.count > 1 {
            let sorted = versions.sorted { $0.header.effective.from < $1.header.effective.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst())
            where earlier.header.effective.overlaps(later.header.effective) {
                faults.append(
                    CatalogFault(file: later.path, line: later.line(of: "effective"), .overlaps(other: earlier.path)))
            }
        }
    }

    private static func isSameVersion(_ left: RuleFile, _ right: RuleFile) -> Bool {
        left.folder == right.folder && left.header.id == right.header.id
            && left.header.effective.from == right.header.effective.from
    }
}

extension RuleFile {
    /// The folder of the file, from the catalog folder on.
    package var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// The line of a key of the document, else its first.
    func line(of key: String) -> Int {
        guard case .mapping(let entries) = node.content else { return node.line }
        return entries.first { $0.key == key }?.line ?? node.line
    }
}
