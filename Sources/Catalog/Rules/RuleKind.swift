import Standards

/// A kind of rule under `standards/`: the key that holds its contents, and how they are read.
///
/// Declared beside its reader (`AirIndexDefinition+Reading.swift`) and named once more in `StandardRules.kinds`.
package struct RuleKind<Rule: Sendable>: Sendable {
    /// How many rules of a kind may be in force on one day.
    enum Standing: Sendable {
        /// One: the day alone names it (HJ 633). Two on one day are a fault of the files.
        case alone
        /// Several side by side, each asked for by its id (ranking schemes, emission standards).
        case beside
    }

    /// Reads the contents of a file; a table the rule refuses is thrown, every other fault goes to the reader.
    typealias Reading =
        @Sendable (RuleMapping, RuleHeader, RuleReader) throws(StandardsError) -> Rule

    /// The key in the file: `air_index`.
    package let key: String
    /// The Chinese name, for messages.
    package let name: String
    /// How many may be in force on one day.
    let standing: Standing
    let read: Reading

    /// Declares a kind.
    init(_ key: String, _ name: String, standing: Standing = .alone, read: @escaping Reading) {
        self.key = key
        self.name = name
        self.standing = standing
        self.read = read
    }
}
