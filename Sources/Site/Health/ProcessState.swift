import Foundation

/// What the operating system says of this process and its disk; nil where it does not say.
struct ProcessState: Sendable {
    /// Memory held, in bytes.
    var residentBytes: Int64?
    var openFiles: Int?
    /// How many may be open.
    var greatestOpenFiles: Int?
    /// Room on the file system of the data directory, in bytes.
    var freeBytes: Int64?
    var totalBytes: Int64?
    /// The database with its write-ahead log, in bytes.
    var databaseBytes: Int64?

    /// - Parameter dataDirectory: nil leaves out the disk.
    init(dataDirectory: String?) {
        let manager = FileManager.default
        residentBytes = Self.residentBytes()
        openFiles = (try? manager.contentsOfDirectory(atPath: "/proc/self/fd"))?.count
        greatestOpenFiles = Self.greatestOpenFiles()
        guard let dataDirectory else { return }
        let system = try? manager.attributesOfFileSystem(forPath: dataDirectory)
        freeBytes = (system?[.systemFreeSize] as? NSNumber)?.int64Value
        totalBytes = (system?[.systemSize] as? NSNumber)?.int64Value
        let files = ["qingheng.sqlite", "qingheng.sqlite-wal"].map { "\(dataDirectory)/\($0)" }
        let sizes = files.compactMap { (try? manager.attributesOfItem(atPath: $0))?[.size] as? NSNumber }
        databaseBytes = sizes.isEmpty ? nil : sizes.reduce(0) { $0 + $1.int64Value }
    }

    /// From `VmRSS:   12345 kB`.
    private static func residentBytes() -> Int64? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let number = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int64($0) })
        else { return nil }
        return number * 1_024
    }

    /// From `Max open files  1024  524288  files`: the soft limit.
    private static func greatestOpenFiles() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/limits", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Max open files") })
        else { return nil }
        return line.dropFirst("Max open files".count).split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) }
    }
}
