import Foundation
import Second
import Testing

/// The examples of a page of `Docs/formats`: fenced blocks, found by the word behind the fence.
struct FormatPage {
    private let text: String

    init(_ name: String) throws {
        let url = SecondOpinion.root.appendingPathComponent("Docs/formats/\(name).md")
        text = try String(contentsOf: url, encoding: .utf8)
    }

    /// The content of the one block of that word, with the end of its last line.
    func block(_ word: String) throws -> String {
        let parts = text.components(separatedBy: "```\(word)\n")
        try #require(parts.count == 2, "one block of \(word)")
        return try #require(parts[1].components(separatedBy: "```\n").first)
    }

    /// The lines of the one block of that word.
    func lines(_ word: String) throws -> [String] {
        try block(word).split(separator: "\n").map(String.init)
    }
}
