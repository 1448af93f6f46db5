import Foundation

/// The files of one catalog folder, read but not yet understood.
struct CatalogTree {
    /// Larger than any rule a person keeps; refuses a wrong folder before it fills the memory.
    static let maximumFileBytes = 4 << 20
    static let maximumFiles = 10_000

    /// A file's path from the folder on and its contents.
    struct File {
        let path: String
        let text: String
    }

    let isOverlay: Bool
    private(set) var files: [File] = []
    private(set) var faults: [CatalogFault] = []

    /// Reads every file below a folder except hidden ones, `README.md` and Swift sources, in the order of their paths.
    ///
    /// - Throws: `.unreadable` when the folder cannot be listed.
    init(_ folder: URL, isOverlay: Bool) throws(CatalogError) {
        self.isOverlay = isOverlay
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.path) else {
            throw CatalogError(.unreadable, paths: [folder.path])
        }
        let wanted = paths.filter(CatalogTree.isRead).sorted()
        for path in wanted.prefix(CatalogTree.maximumFiles) { read(path, in: folder) }
        if wanted.count > CatalogTree.maximumFiles {
            faults.append(CatalogFault(file: wanted[CatalogTree.maximumFiles], line: nil, .tooLarge))
        }
    }

    /// The files of one layer that were read before.
    init(_ files: [RuleSourceFile], isOverlay: Bool) {
        self.isOverlay = isOverlay
        self.files = files.filter { $0.isOverlay == isOverlay }.sorted { $0.path < $1.path }
            .map { File(path: $0.path, text: $0.text) }
    }

    private mutating func read(_ path: String, in folder: URL) {
        let url = folder.appendingPathComponent(path)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory), !isDirectory.boolValue else {
            return
        }
        guard let data = try? Data(contentsOf: url) else {
            faults.append(CatalogFault(file: path, line: nil, .unreadable))
            return
        }
        guard data.count <= CatalogTree.maximumFileBytes else {
            faults.append(CatalogFault(file: path, line: nil, .tooLarge))
            return
        }
        guard let text = String(data: data, encoding: .utf8) else {
            faults.append(CatalogFault(file: path, line: nil, .notUTF8))
            return
        }
        if path.hasSuffix(".yml") || path.hasSuffix(".YAML") {
            faults.append(CatalogFault(file: path, line: nil, .wrongExtension))
            return
        }
        files.append(File(path: path, text: text))
    }

    private static func isRead(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
        return name != "README.md" && !name.hasSuffix(".swift")
    }
}
