import Foundation
import Synchronization

/// Makes PDF of our own docx by LibreOffice where it is installed, one at a time, bounded in time.
final class PDFPrinter: Sendable {
    enum Outcome: Sendable {
        case pdf([UInt8])
        /// LibreOffice is not installed.
        case noProgram
        /// It did not come to an end, or to none that is good.
        case failed
    }

    /// The first start makes a profile; long reports take some seconds.
    private static let greatestSeconds = 120

    private let isBusy = Mutex(false)
    /// Where programs are looked for.
    private let folders: [String]

    init(folders: [String] = ["/usr/bin", "/usr/local/bin"]) { self.folders = folders }

    /// The PDF of a docx.
    func pdf(of docx: [UInt8]) async throws -> Outcome {
        guard
            let program = folders.map({ "\($0)/soffice" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else {
            return .noProgram
        }
        while !isBusy.withLock({ isBusy in
            defer { isBusy = true }
            return !isBusy
        }) { try await Task.sleep(for: .milliseconds(100)) }
        defer { isBusy.withLock { $0 = false } }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("document.docx")
        try Data(docx).write(to: source)
        let arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "pdf", "--outdir",
            folder.path, source.path,
        ]
        guard try await run(program, arguments, in: folder),
            let made = FileManager.default.contents(atPath: folder.appendingPathComponent("document.pdf").path),
            made.starts(with: Array("%PDF-".utf8))
        else { return .failed }
        return .pdf(Array(made))
    }

    private func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> Bool {
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
                try await Task.sleep(for: .seconds(Self.greatestSeconds))
                kill(number, SIGKILL)
                return false
            }
            let isGood = try await group.next() ?? false
            group.cancelAll()
            return isGood
        }
    }
}
