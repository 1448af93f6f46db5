import Foundation

/// Programs of the machine that do what we do not do ourselves: looked for in folders, run in one of their own, bounded in time.
struct ProgramShelf: Sendable {
    /// Where programs are looked for.
    let folders: [String]

    /// The path of a program; nil where it is not installed.
    func program(_ name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Gives a folder that only we may read, and removes it behind the work.
    func inFolder<Value: Sendable>(_ work: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await work(folder)
    }

    /// Runs a program to its end, or to the end of its time, without our environment.
    ///
    /// - Returns: whether it came to a good end.
    func run(_ program: String, _ arguments: [String], in folder: URL, seconds: Int) async throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": folders.joined(separator: ":"), "HOME": folder.path, "TMPDIR": folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            let (ends, ended) = AsyncStream<Bool>.makeStream()
            process.terminationHandler = { done in
                ended.yield(done.terminationReason == .exit && done.terminationStatus == 0)
                ended.finish()
            }
            try process.run()
            let number = process.processIdentifier
            group.addTask {
                for await isGood in ends { return isGood }
                return false
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                kill(number, SIGKILL)
                return false
            }
            let isGood = try await group.next() ?? false
            group.cancelAll()
            return isGood
        }
    }
}
