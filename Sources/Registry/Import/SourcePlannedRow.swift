/// What a row of a file would do to the register.
package struct SourcePlannedRow: Sendable {
    package enum Outcome: Sendable, Hashable {
        /// A file of its own.
        case registers
        /// Changes of a file that is there.
        case changes(id: String, follows: Int64)
        /// The file says the same already.
        case same(id: String)
        /// It is like some sources: a person says whether it is one of them.
        case asks([SourceMatch.Candidate])
        /// A person said earlier what it is, or is being asked.
        case settled
        case refused
    }

    /// A field as it stands and as the row would have it.
    package struct Change: Sendable, Hashable {
        package let field: String
        package let title: String
        /// Empty where there was none.
        package let old: String
        package let new: String
        /// Whether another origin says otherwise: both stay until a person decides.
        package let isContested: Bool
    }

    package let line: Int
    package let name: String
    package var outcome = Outcome.refused
    package var changes: [Change] = []
    package var faults: [SourceRowFault] = []
    package var doubts: [SourceRowFault] = []
    var draft = SourceDraft()

    init(line: Int, name: String) {
        self.line = line
        self.name = name
    }

    mutating func refuse(_ column: String, _ text: String, _ message: String) {
        faults.append(SourceRowFault(column: column, text: text, message: message))
        outcome = .refused
    }

    mutating func doubt(_ column: String, _ text: String, _ message: String) {
        doubts.append(SourceRowFault(column: column, text: text, message: message))
    }
}
