/// The access passwords of upper platforms by their ids. They are kept in memory only and printed nowhere.
package struct UpstreamPasswords: Sendable {
    /// What is wrong with a line of the file; the line itself is not told, for it may hold a password.
    package struct Fault: Error, Hashable, Sendable {
        /// From 1.
        package let line: Int
    }

    private let byID: [String: String]

    package static let none = UpstreamPasswords(byID: [:])

    private init(byID: [String: String]) { self.byID = byID }

    /// Reads `ID=PASSWORD` line by line; empty lines and those that begin with `#` say nothing.
    ///
    /// - Throws: `Fault` for a line of another form, a second password of one platform, and characters that cannot stand in
    ///   the field `PW`.
    package init(_ text: String) throws(Fault) {
        var byID: [String: String] = [:]
        // By bytes: to Swift a carriage return and a line feed are one character.
        for (index, bytes) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstIndex(of: "=") else { throw Fault(line: index + 1) }
            let id = String(line[..<equals])
            let password = String(line[line.index(after: equals)...])
            let isWritable = password.utf8.allSatisfy { (0x21...0x7E).contains($0) && !";,&=#".utf8.contains($0) }
            guard !id.isEmpty, (1...64).contains(password.utf8.count), isWritable, byID[id] == nil else {
                throw Fault(line: index + 1)
            }
            byID[id] = password
        }
        self.byID = byID
    }

    /// The password of a platform; nil when the file has none.
    package subscript(id: String) -> String? { byID[id] }
}

extension UpstreamPasswords: CustomStringConvertible {
    /// How many there are, and nothing else.
    package var description: String { "\(byID.count) passwords" }
}
