import Ledger
import Standards

/// What one record says: an entry in the history of its matter, where the matter stands then, and the entry that a merger or a
/// split makes in the other one.
struct MatterRecord: Hashable {
    /// The entry that the same record makes in another matter: one record, so that neither half can be without the other.
    struct Counterpart: Hashable {
        let matter: MatterID
        /// The last record of that matter before.
        let follows: Int64
        let entry: MatterEntry
        let standing: MatterStanding
    }

    static let version: Int64 = 1

    /// The record of the matter on which it was decided; nil for an opening.
    let follows: Int64?
    /// What the matter is called; of an opening only.
    let title: String?
    let entry: MatterEntry
    let standing: MatterStanding
    let counterpart: Counterpart?

    var body: CanonicalValue {
        [
            "kind": "matter-entry", "version": .integer(Self.version),
            "follows": follows.map { .integer($0) } ?? .null, "title": .text(title), "entry": entry.canonical,
            "standing": standing.canonical, "counterpart": counterpart?.canonical ?? .null,
        ]
    }

    init(
        follows: Int64?, title: String?, entry: MatterEntry, standing: MatterStanding, counterpart: Counterpart?
    ) {
        self.follows = follows
        self.title = title
        self.entry = entry
        self.standing = standing
        self.counterpart = counterpart
    }

    /// Reads a body; nil when it is none.
    ///
    /// - Parameter recorded: when it was put on record.
    init?(_ body: CanonicalValue, recorded: Instant) {
        guard body["kind"]?.text == "matter-entry", body["version"]?.integer == Self.version,
            let entry = body["entry"].flatMap({ MatterEntry(canonical: $0, recorded: recorded) }),
            let standing = body["standing"].flatMap({ MatterStanding(canonical: $0) })
        else { return nil }
        follows = body["follows"]?.integer
        title = body["title"]?.text
        self.entry = entry
        self.standing = standing
        counterpart = body["counterpart"].flatMap { Counterpart(canonical: $0, recorded: recorded) }
    }
}

extension MatterRecord.Counterpart {
    var canonical: CanonicalValue {
        [
            "matter": .string(matter.rawValue), "follows": .integer(follows), "entry": entry.canonical,
            "standing": standing.canonical,
        ]
    }

    init?(canonical value: CanonicalValue, recorded: Instant) {
        guard let matter = value["matter"]?.text, let follows = value["follows"]?.integer,
            let entry = value["entry"].flatMap({ MatterEntry(canonical: $0, recorded: recorded) }),
            let standing = value["standing"].flatMap({ MatterStanding(canonical: $0) })
        else { return nil }
        self.init(matter: MatterID(rawValue: matter), follows: follows, entry: entry, standing: standing)
    }
}
