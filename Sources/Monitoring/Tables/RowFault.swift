import Ledger

/// A row of a file that was not taken in, with its line and the reason.
package struct RowFault: Hashable, Sendable {
    /// The line of the file, or the row of the sheet.
    package let line: Int
    package let message: String

    package init(line: Int, message: String) {
        self.line = line
        self.message = message
    }

    var canonical: CanonicalValue { ["line": .integer(Int64(line)), "reason": .string(message)] }

    static func all(in body: CanonicalValue) -> [RowFault] {
        (body["refused"]?.elements ?? []).compactMap { element in
            guard let line = element["line"]?.integer, let reason = element["reason"]?.text else { return nil }
            return RowFault(line: Int(line), message: reason)
        }
    }
}
