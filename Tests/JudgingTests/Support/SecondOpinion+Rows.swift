import Documents
import Foundation
import Second

/// The judging commands of the second implementation: tables in, tables out.
extension SecondOpinion {
    /// How a run ended.
    struct Outcome {
        let rows: [[String]]
        let status: Int32
    }

    /// Runs a script of the folder over `input`.
    static func run(_ script: String, arguments: [String] = [], input: [UInt8]) async throws -> Outcome {
        let catalog = ["--catalog", root.appendingPathComponent("Catalog").path]
        let output = try await output(of: script, arguments: catalog + arguments, input: input)
        var reader = CSVReader(output.bytes)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.strings) }
        return Outcome(rows: Array(rows.dropFirst()), status: output.status)
    }
}
