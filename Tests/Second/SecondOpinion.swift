package import Foundation

/// What Qingheng computes, written a second time in Python (`Tools/second`) and run as a process of its own.
package enum SecondOpinion {
    /// Why tests of it were skipped.
    package static let note = "需要 python3，未找到，已跳过与第二实现的核对"

    /// The root of the repository.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether it can be run; says so when it cannot.
    package static let isAvailable: Bool = {
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let isFound = paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
        if !isFound { print(note) }
        return isFound
    }()

    /// What a script printed and how it ended.
    package struct Output: Sendable {
        package let bytes: [UInt8]
        package let status: Int32
    }

    /// Runs a script of `Tools/second` over `input`.
    package static func output(
        of script: String, arguments: [String] = [], input: [UInt8]
    ) async throws -> Output {
        try await output(python: "python3", script: "Tools/second/\(script)", arguments: arguments, input: input)
    }

    /// Runs a script of the repository over `input`, by a Python that is found on the path or named in full.
    package static func output(
        python: String, script: String, arguments: [String] = [], input: [UInt8]
    ) async throws -> Output {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("second-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("in")
        let target = folder.appendingPathComponent("out")
        try Data(input).write(to: source)
        try Data().write(to: target)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let path = root.appendingPathComponent(script).path
        process.arguments = [python, "-B", path] + arguments
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
        return Output(bytes: Array(try Data(contentsOf: target)), status: status)
    }
}
