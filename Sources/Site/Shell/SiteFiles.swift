import Foundation

/// Finds the folders with templates and assets.
///
/// The generated resource accessor stops the process when its folder is gone, so nobody calls it: the places are looked at
/// here, and what is missing is an error with the paths tried.
enum SiteFiles {
    /// Names of the resource folder that the build makes beside an executable, by platform.
    private static let resourceFolderNames = ["qingheng_Site.resources", "qingheng_Site.bundle"]

    /// The folder of that name: beside the executable, else in the checkout the binary was built from.
    ///
    /// - Throws: `SiteError` with `.missingFile`.
    static func folder(_ name: String) throws(SiteError) -> URL {
        let beside = Bundle.main.bundleURL
        let candidates =
            resourceFolderNames.map { beside.appendingPathComponent($0, isDirectory: true) }
            + [URL(fileURLWithPath: sourceFolder, isDirectory: true)]
        let folders = candidates.map { $0.appendingPathComponent(name, isDirectory: true) }
        for folder in folders where isDirectory(folder) { return folder }
        throw SiteError(.missingFile, subject: name, detail: folders.map(\.path).joined(separator: "、"))
    }

    /// Every file below a folder, by its path from there on.
    ///
    /// - Throws: `SiteError` with `.missingFile` when one cannot be read.
    static func contents(of folder: URL) throws(SiteError) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in FileManager.default.subpaths(atPath: folder.path) ?? [] {
            let url = folder.appendingPathComponent(path)
            if isDirectory(url) || url.lastPathComponent.hasPrefix(".") { continue }
            guard let data = try? Data(contentsOf: url) else {
                throw SiteError(.missingFile, subject: path, detail: url.path)
            }
            files[path] = Array(data)
        }
        return files
    }

    private static func isDirectory(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// `Sources/Site`, two steps above this file.
    private static var sourceFolder: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    }
}
