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
    private let programs: ProgramShelf

    /// - Parameter folders: where programs are looked for.
    init(folders: [String] = ["/usr/bin", "/usr/local/bin"]) { programs = ProgramShelf(folders: folders) }

    /// Whether small pictures can be made on this machine.
    var isAvailable: Bool {
        programs.program("prlimit") != nil && (programs.program("vipsthumbnail") ?? programs.program("convert")) != nil
    }

    /// The small picture of an attached one.
    ///
    /// - Parameters:
    ///   - form: `jpeg` or `png`, as its bytes say.
    ///   - bytes: of the attachment.
    func thumbnail(of id: AttachmentID, form: String, _ bytes: () throws -> [UInt8]) async throws -> Outcome {
        if let known = shelf.withLock({ $0.pictures[id] }) { return .picture(known) }
        guard let limits = programs.program("prlimit") else { return .noProgram }
        return try await programs.inFolder { folder in
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
                "--cpu=\(Self.greatestSeconds)", "--as=\(Self.greatestMemory)", "--fsize=\(Self.greatestBytes)",
                "--core=0",
            ]
            guard
                try await programs.run(
                    limits, bounds + command, in: folder, seconds: Self.greatestSeconds * 2),
                let made = FileManager.default.contents(atPath: small), made.starts(with: [0x89, 0x50, 0x4E, 0x47])
            else { return .failed }
            keep(Array(made), of: id)
            return .picture(Array(made))
        }
    }

    private func command(_ form: String, _ large: String, _ small: String) -> [String]? {
        if let vips = programs.program("vipsthumbnail") {
            return [vips, large, "--size", "\(Self.side)x\(Self.side)>", "-o", "\(small)[strip]"]
        }
        if let convert = programs.program("convert") {
            // The form stands before the name, so that no other reader is chosen by what the bytes pretend to be.
            return [convert, "\(form):\(large)[0]", "-thumbnail", "\(Self.side)x\(Self.side)>", "png:\(small)"]
        }
        return nil
    }

    private func keep(_ picture: [UInt8], of id: AttachmentID) {
        shelf.withLock { shelf in
            shelf.pictures[id] = picture
            shelf.order.append(id)
            if shelf.order.count > Self.greatestKept { shelf.pictures[shelf.order.removeFirst()] = nil }
        }
    }
}
