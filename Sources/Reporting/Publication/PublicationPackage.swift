import Documents
import Storage

/// What a bureau puts on the government's own site: the document as a page, as docx and PDF, its data, its QR code, and
/// what is needed to check every number offline.
package struct PublicationPackage: Sendable {
    /// A file of the package.
    package struct File: Sendable, Hashable {
        package let name: String
        /// What it is, for the list.
        package let use: String
        package let bytes: [UInt8]
    }

    package private(set) var files: [File] = []

    package init() {}

    package mutating func add(_ name: String, _ use: String, _ bytes: [UInt8]) {
        files.append(File(name: name, use: use, bytes: bytes))
    }

    /// The archive, with a list of its files and their hashes in front.
    ///
    /// - Parameter remarks: what the list says besides, such as that no PDF could be made.
    package func archive(title: String, remarks: [String]) throws -> [UInt8] {
        var lines = [title, "", "文件清单（文件名、用途、字节数、SHA-256）："]
        for file in files {
            lines.append("\(file.name)\t\(file.use)\t\(file.bytes.count)\t\(AttachmentID(of: file.bytes).rawValue)")
        }
        lines += [""] + remarks
        let list = ZipArchive.Entry(path: Self.list, bytes: Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
        return try ZipArchive.write([list] + files.map { ZipArchive.Entry(path: $0.name, bytes: $0.bytes) })
    }

    package static let list = "文件清单.txt"

    /// A name that every file system takes.
    package static func fileName(_ title: String) -> String {
        String(title.map { "/\\:*?\"<>|\r\n\t".contains($0) ? "_" : $0 }.prefix(80))
    }
}
