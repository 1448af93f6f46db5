/// Looks codes up as devices send them.
public struct CodeTable: Sendable {
    private let exact: [String: [FactorCode]]
    private let patterns: [String: [FactorCode]]
    private let old: [String: [FactorCode]]

    /// How many entries it holds.
    public let count: Int

    /// A table of entries.
    public init(_ entries: [FactorCode]) {
        count = entries.count
        let isPattern = { (entry: FactorCode) in entry.code.last == "x" }
        exact = Dictionary(grouping: entries.filter { !isPattern($0) }) { $0.code.lowercased() }
        patterns = Dictionary(grouping: entries.filter(isPattern)) { $0.code.lowercased() }
        old = Dictionary(grouping: entries.filter { $0.oldCode != nil }) { ($0.oldCode ?? "").lowercased() }
    }

    /// The entries of a code, in any case of letters: none for an unknown code, several where the standard uses a code twice
    /// (`e701xx`, `g119xx`). Nothing is made up for an unknown code.
    public func entries(for code: String) -> [FactorCode] {
        let code = code.lowercased()
        if let found = exact[code] { return found }
        for digits in 1...2 {
            let stem = code.dropLast(digits)
            guard code.utf8.suffix(digits).allSatisfy(ASCII.isDigit), code.utf8.count > digits else { break }
            if let found = patterns[stem + String(repeating: "x", count: digits)] { return found }
        }
        return []
    }

    /// The entries that a code of HJ/T 212-2005 became. Some old codes were used for water and for air.
    public func entries(forOld code: String) -> [FactorCode] { old[code.lowercased()] ?? [] }
}
