/// What a check finds in a case's file.
package enum CaseVerdict: Hashable, Sendable {
    /// It does not concern this case, or not yet.
    case notConcerned
    case clear
    /// What is wrong, each with where.
    case found([String])
    /// The file does not say enough; a person decides.
    case undecided(String)

    /// Found where something is wrong, else clear.
    init(_ faults: [String]) { self = faults.isEmpty ? .clear : .found(faults) }
}
