import Foundation
import Storage

/// Damage to the files of a store, for tests.
enum ManualFiles {
    /// Removes the file of an attachment.
    static func remove(_ id: AttachmentID, from directory: String) throws {
        let folder = URL(fileURLWithPath: directory + "/attachments")
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.replacing("/", with: "") == id.rawValue {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(path))
        }
    }
}
