import Ledger

/// Where a matter stands after an entry: what lists show, said in the record itself so that tables follow from records alone.
package struct MatterStanding: Hashable, Sendable {
    /// The state of its procedure.
    package let state: String
    /// Whether it is over: in an end state, or merged into another.
    package let isEnded: Bool
    /// Who handles it; nil while nobody was named.
    package let handler: MatterHandler?

    init(state: String, isEnded: Bool, handler: MatterHandler?) {
        self.state = state
        self.isEnded = isEnded
        self.handler = handler
    }

    init(_ matter: Matter) {
        self.init(state: matter.state, isEnded: matter.isOver, handler: matter.handler)
    }

    var canonical: CanonicalValue {
        ["state": .string(state), "ended": .bool(isEnded), "handler": handler?.canonical ?? .null]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let state = value["state"]?.text, let isEnded = value["ended"]?.bool else { return nil }
        self.init(
            state: state, isEnded: isEnded, handler: value["handler"].flatMap { MatterHandler(canonical: $0) })
    }
}
