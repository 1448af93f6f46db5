import Documents
import Foundation

/// The judging commands written a second time in Python (`Tools/second`), run as a process of its own.
enum SecondOpinion {
    /// Why tests of it were skipped.
    static let note = "需要 python3，未找到，已跳过与第二实现的核对"

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Whether it can be run; says so when it cannot.
    static let isAvailable: Bool = {
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let isFound = paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
        if !isFound { print(note) }
        return isFound
    }()

    /// How a run ended.
    struct Outcome {
        let rows: [[String]]
        let status: Int32
    }

    /// Runs a script of the folder over `input`.
    static func run(_ script: String, arguments: [String] = [], input: [UInt8]) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("second-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("in.csv")
        let target = folder.appendingPathComponent("out.csv")
        try Data(input).write(to: source)
        try Data().write(to: target)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let catalog = root.appendingPathComponent("Catalog").path
        let path = root.appendingPathComponent("Tools/second/\(script)").path
        process.arguments = ["python3", "-B", path, "--catalog", catalog] + arguments
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: target)
        // Refused rows are named there by the thousand, and counted by their absence here; a crash shows in the status.
        process.standardError = FileHandle.nullDevice
        let status = try await withCheckedThrowingContinuation { (end: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { end.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                end.resume(throwing: error)
            }
        }
        var reader = CSVReader(Array(try Data(contentsOf: target)))
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.strings) }
        return Outcome(rows: Array(rows.dropFirst()), status: status)
    }
}
