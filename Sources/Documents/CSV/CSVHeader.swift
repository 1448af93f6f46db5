/// The names in the first row, for finding columns by name.
package struct CSVHeader: Sendable {
    /// The names in order, without surrounding spaces.
    package let names: [String]
    /// Names that occur more than once; `index(of:)` gives the first.
    package let duplicates: [String]
    private let positions: [String: Int]

    /// The header given by `row`.
    package init(_ row: CSVRow) {
        self.init(names: row.strings)
    }

    /// A header of given names.
    package init(names: [String]) {
        var positions: [String: Int] = [:]
        var duplicates: [String] = []
        let trimmed = names.map(Self.trimmed)
        for (index, name) in trimmed.enumerated() {
            if positions[name] == nil {
                positions[name] = index
            } else if !duplicates.contains(name) {
                duplicates.append(name)
            }
        }
        self.names = trimmed
        self.positions = positions
        self.duplicates = duplicates
    }

    /// The column called `name`, counted from 0, or `nil`.
    package func index(of name: String) -> Int? { positions[name] }

    /// The first column called by any of `names`.
    package func index(ofAny names: [String]) -> Int? {
        for name in names {
            if let found = positions[name] { return found }
        }
        return nil
    }

    /// A name without the spaces around it.
    package static func trimmed(_ name: some StringProtocol) -> String {
        String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
