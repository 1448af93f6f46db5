import Foundation
import Storage
import Synchronization

/// Makes small pictures of attached ones, by libvips or ImageMagick where one of them is installed.
///
/// A picture from outside is read in a process of its own, bounded in memory, time and file size (`prlimit`), without our
/// environment: what a hostile picture does to the reader, it does there.
final class ThumbnailMaker: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
        case picture([UInt8])
        /// Neither program is installed.
        case noProgram
        /// The program could not read the picture within its bounds.
        case failed
    }

    /// The longer side, in pixels.
    private static let side = 240
    /// Seconds of processor, and twice as many by the clock.
    private static let greatestSeconds = 10
    /// Address space of the process, in bytes.
    private static let greatestMemory = 2 << 30
    /// What a small picture may take, in bytes.
    private static let greatestBytes = 1 << 20
    /// Small pictures kept at hand.
    private static let greatestKept = 200

    private struct Shelf {
        var pictures: [AttachmentID: [UInt8]] = [:]
        var order: [AttachmentID] = []
        var isBusy = false
    }

    private let shelf = Mutex(Shelf())
    /// Where programs are looked for.
    private let folders: [String]

    init(folders: [String] = ["/usr/bin", "/usr/local/bin"]) { self.folders = folders }

    private func program(_ name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether small pictures can be made on this machine.
    var isAvailable: Bool { program("prlimit") != nil && (program("vipsthumbnail") ?? program("convert")) != nil }

    /// The small picture of an attached one.
    ///
    /// - Parameters:
    ///   - form: `jpeg` or `png`, as its bytes say.
    ///   - bytes: of the attachment.
    func thumbnail(of id: AttachmentID, form: String, _ bytes: () throws -> [UInt8]) async throws -> Outcome {
        if let known = shelf.withLock({ $0.pictures[id] }) { return .picture(known) }
        guard let limits = program("prlimit") else { return .noProgram }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let large = folder.appendingPathComponent("large.\(form)").path
        let small = folder.appendingPathComponent("small.png").path
        guard let command = command(form, large, small) else { return .noProgram }
        // One at a time: two pictures of the greatest size beside each other would take the machine's memory.
        while !shelf.withLock({ shelf in
            defer { shelf.isBusy = true }
            return !shelf.isBusy
        }) { try await Task.sleep(for: .milliseconds(50)) }
        defer { shelf.withLock { $0.isBusy = false } }
        try Data(try bytes()).write(to: URL(fileURLWithPath: large))
        let bounds = [
            "--cpu=\(Self.greatestSeconds)", "--as=\(Self.greatestMemory)", "--fsize=\(Self.greatestBytes)", "--core=0",
        ]
        guard try await run(limits, bounds + command, in: folder),
            let made = FileManager.default.contents(atPath: small), made.starts(with: [0x89, 0x50, 0x4E, 0x47])
        else { return .failed }
        keep(Array(made), of: id)
        return .picture(Array(made))
    }

    private func command(_ form: String, _ large: String, _ small: String) -> [String]? {
        if let vips = program("vipsthumbnail") {
            return [vips, large, "--size", "\(Self.side)x\(Self.side)>", "-o", "\(small)[strip]"]
        }
        if let convert = program("convert") {
            // The form stands before the name, so that no other reader is chosen by what the bytes pretend to be.
            return [convert, "\(form):\(large)[0]", "-thumbnail", "\(Self.side)x\(Self.side)>", "png:\(small)"]
        }
        return nil
    }

    /// Runs a program to its end, or to the end of its time.
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
                try await Task.sleep(for: .seconds(Self.greatestSeconds * 2))
                kill(number, SIGKILL)
                return false
            }
            let isGood = try await group.next() ?? false
            group.cancelAll()
            return isGood
        }
    }

    private func keep(_ picture: [UInt8], of id: AttachmentID) {
        shelf.withLock { shelf in
            shelf.pictures[id] = picture
            shelf.order.append(id)
            if shelf.order.count > Self.greatestKept { shelf.pictures[shelf.order.removeFirst()] = nil }
        }
    }
}
