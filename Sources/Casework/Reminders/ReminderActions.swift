import Catalog
import Ledger
package import Records
import Standards
import Storage

/// Putting on record that people were reminded of deadlines.
package enum ReminderActions {
    /// The right of the house's own work: no post has it.
    package static let remind = Permission(rawValue: "casework.remind")
    /// The house itself, which reminds.
    package static let reminder = Actor(id: "casework-reminder", permissions: [remind])

    static let given = "casework.reminder.given"
    private static let version: Int64 = 1

    static let kinds = [
        ActionKind(name: given, word: "提醒时限", effect: .none, permission: remind, checkingByRules: check)
    ]

    /// - Parameter reminders: of one matter, all given at once.
    static func give(_ reminders: [Reminder], of matter: MatterID) -> Action {
        Action(
            actor: reminder, name: given, subject: matter.rawValue,
            body: [
                "kind": "reminders", "version": .integer(version),
                "reminders": .array(reminders.map(\.canonical)),
            ])
    }

    /// What a record gave; empty for other records.
    static func reminders(_ body: CanonicalValue) -> [Reminder] {
        guard body["kind"]?.text == "reminders", body["version"]?.integer == version else { return [] }
        return body["reminders"]?.list { Reminder(canonical: $0) } ?? []
    }

    /// Each is due and was not given: two servers that find the same one give it once.
    private static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let said = reminders(action.body)
        let matter = MatterID(rawValue: action.subject)
        let history = try MatterStore.history(of: matter, in: connection).map(\.entry)
        guard !history.isEmpty, case .opened(let opening) = history[0].act else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
        guard !said.isEmpty, Set(said.map(\.key)).count == said.count else {
            throw RecordsError(.invalid, field: "reminders", detail: "")
        }
        let engine = ProcedureEngine(
            book: try ProcedureBook(catalog, only: [opening.procedure]), calendar: try WorkCalendar(catalog))
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        let due = Set(try engine.matter(history, now: now).reminders)
        let before = try ReminderStore.keys(of: matter, in: connection)
        for reminder in said {
            guard due.contains(reminder) else {
                throw RecordsError(.invalid, field: "reminders", detail: reminder.key.step)
            }
            guard !before.contains(reminder.key) else {
                throw RecordsError(.superseded, field: "reminders", detail: reminder.key.step)
            }
        }
    }
}

extension Reminder {
    /// As a record holds it.
    var canonical: CanonicalValue {
        [
            "clock": .string(key.clock), "entry": .integer(Int64(key.entry)),
            "extensions": .integer(Int64(key.extensions)), "step": .string(key.step), "deadline": .day(deadline),
            "moment": .text(moment?.description), "isProvisional": .bool(isProvisional),
            "recipients": .words(recipients),
        ]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let clock = value["clock"]?.text, let step = value["step"]?.text,
            let entry = value["entry"]?.integer.flatMap({ Int(exactly: $0) }),
            let extensions = value["extensions"]?.integer.flatMap({ Int(exactly: $0) }),
            let deadline = value["deadline"]?.day, let recipients = value["recipients"]?.words,
            let isProvisional = value["isProvisional"]?.bool
        else { return nil }
        self.init(
            key: Key(clock: clock, entry: entry, extensions: extensions, step: step), deadline: deadline,
            moment: value["moment"]?.moment, isProvisional: isProvisional, recipients: recipients)
    }
}
