/// What one side tells the other, before it has a number, an address and a form: a command and its parameters.
///
/// The functions that make messages are named after what they ask or tell; `PacketWriter.frame(of:to:qn:)` gives them the
/// form of a device's dialect.
public struct Message: Sendable, Hashable {
    /// How an exchange goes on after a message (HJ 212-2017, 6.3).
    public enum Pattern: String, Sendable, Hashable, CaseIterable {
        /// Answered with 9011, then data if there are any, then 9012.
        case request
        /// Answered with 9013 alone.
        case notice
        /// Data of a device: answered with 9014 when it asks for it.
        case upload
        /// A value asked for: belongs to a request and is not answered.
        case value
    }

    /// One piece of `CP`.
    enum Piece: Sendable, Hashable {
        /// Pairs that are divided by `;`.
        case items([Pair])
        /// Pairs of one factor, or printed together: divided by `,`.
        case group([Pair])
        /// BeginTime and EndTime: `;` between them since 2017, `,` in 2005; devices read the one or the other.
        case range(DataTime, DataTime)
    }

    struct Pair: Sendable, Hashable {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The command.
    public let command: CommandNumber
    /// How the exchange goes on.
    public let pattern: Pattern
    let pieces: [Piece]
    /// The first and the last label asked for, both included; nil when the message asks for no period.
    public let period: ClosedRange<DataTime>?

    init(_ command: Int, _ pattern: Pattern, _ pieces: [Piece] = []) {
        self.command = CommandNumber(rawValue: command)
        self.pattern = pattern
        self.pieces = pieces
        period =
            pieces.lazy.compactMap { piece in
                if case .range(let begin, let end) = piece { begin...end } else { nil }
            }.first
    }

    static func items(_ pairs: KeyValuePairs<String, String?>) -> [Piece] {
        [.items(pairs.compactMap { name, value in value.map { Pair(name, $0) } })]
    }
}
