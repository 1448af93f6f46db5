import Documents
import Foundation
import House

/// Input and output of commands.
enum Terminal {
    /// A line on standard output, seen at once, also through a pipe.
    @Sendable static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// A line on standard error.
    static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Overwrites the line of progress; silent when nobody watches.
    static func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    /// Ends the line of progress.
    static func endProgress() {
        if isatty(STDERR_FILENO) == 1 { FileHandle.standardError.write(Data("\n".utf8)) }
    }

    /// The bytes of a file, or of standard input for `-`.
    ///
    /// - Throws: `HouseError` with `.unreadableFile`.
    static func bytes(of path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw HouseError(.unreadableFile, detail: path)
        }
        return Array(data)
    }

    /// The bytes of a file or of standard input, piece by piece.
    ///
    /// - Throws: `HouseError` with `.unreadableFile`.
    static func chunks(of path: String) throws -> ChunkSource {
        let handle: FileHandle
        if path == "-" {
            handle = .standardInput
        } else {
            guard let opened = FileHandle(forReadingAtPath: path) else {
                throw HouseError(.unreadableFile, detail: path)
            }
            handle = opened
        }
        return ChunkSource {
            let data = try handle.read(upToCount: 1 << 18) ?? Data()
            return data.isEmpty ? nil : Array(data)
        }
    }

    /// Writes bytes to standard output as they are.
    static func write(_ bytes: [UInt8]) throws { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }
}
