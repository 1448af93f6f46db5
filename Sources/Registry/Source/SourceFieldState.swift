/// One field of a source: the value that holds, and what other origins say against it.
///
/// Two origins that differ stay both known until a person decides; the first one holds meanwhile, because nobody has said
/// that it is wrong. The same origin may correct itself. What an origin repeats after a decision was known to whoever
/// decided, and opens no new conflict.
package struct SourceFieldState: Sendable, Hashable {
    package private(set) var current: SourceClaim
    /// The last claim of every origin by its name, in the order of records.
    private var said: [String: SourceClaim]
    /// The origins that contradict the current value.
    private var contradicting: Set<String> = []

    init(_ claim: SourceClaim) {
        current = claim
        said = [claim.origin.name: claim]
    }

    /// What contradicts the current value, by record.
    package var contested: [SourceClaim] {
        contradicting.compactMap { said[$0] }.sorted { ($0.sequence, $0.origin.name) < ($1.sequence, $1.origin.name) }
    }

    /// What a claim does.
    package enum Effect: Sendable {
        /// It says what is known.
        case nothing
        /// The field was empty.
        case fills
        /// Its origin corrects itself, or a person decides.
        case replaces
        /// It contradicts another origin.
        case contradicts
    }

    /// What a value from an origin would do.
    package func effect(of value: String?, from origin: String, decides: Bool) -> Effect {
        if decides { return value != nil && current.value == value && contradicting.isEmpty ? .nothing : .replaces }
        if current.value == "" { return value == "" ? .nothing : .fills }
        if value == nil || current.value == nil { return .replaces }
        if current.value == value { return contradicting.contains(origin) ? .replaces : .nothing }
        if said[origin]?.value == value { return .nothing }
        return current.origin.name == origin ? .replaces : .contradicts
    }

    mutating func take(_ claim: SourceClaim, decides: Bool) {
        let name = claim.origin.name
        let effect = effect(of: claim.value, from: name, decides: decides)
        said[name] = claim
        switch effect {
        case .nothing: break
        case .contradicts: contradicting.insert(name)
        case .fills: current = claim
        case .replaces:
            if decides {
                contradicting = []
            } else {
                contradicting.remove(name)
                // An origin that comes round to the value that holds leaves it where it came from.
                if current.value == claim.value, claim.value != nil { return }
            }
            current = claim
            contradicting = contradicting.filter { said[$0]?.value != claim.value }
        }
    }
}
