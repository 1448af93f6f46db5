import CatalogFiles
package import Foundation

/// Finds the folder that holds the rule files.
package enum CatalogLocation {
    /// The variable that names the folder.
    package static let environmentKey = "QINGHENG_CATALOG"
    /// A folder is a catalog when it holds this one.
    private static let mark = "standards"

    /// The folder with the rule files.
    ///
    /// Order: the given folder; `$QINGHENG_CATALOG`; the resource folder beside the executable; the checkout the binary
    /// was built from. A folder that was named but holds no rules is an error, never passed over.
    ///
    /// - Throws: `.folderNotFound` with every path tried.
    package static func find(given: URL?, environment: [String: String]) throws(CatalogError) -> URL {
        if let given { return try check([given]) }
        if let named = environment[environmentKey], !named.isEmpty {
            return try check([URL(fileURLWithPath: named, isDirectory: true)])
        }
        let beside = Bundle.main.bundleURL
        return try check(
            CatalogFolder.resourceFolderNames.map { beside.appendingPathComponent($0, isDirectory: true) }
                + [URL(fileURLWithPath: CatalogFolder.sourceFolder, isDirectory: true)])
    }

    private static func check(_ candidates: [URL]) throws(CatalogError) -> URL {
        for candidate in candidates where isDirectory(candidate.appendingPathComponent(mark)) { return candidate }
        throw CatalogError(.folderNotFound, paths: candidates.map(\.path))
    }

    private static func isDirectory(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
