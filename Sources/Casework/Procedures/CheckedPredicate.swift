/// What the program decides by itself before an action. The list is closed: `Docs/casework.md` explains each.
package enum CheckedPredicate: Hashable, Sendable {
    /// At least so many officers are named, each with a certificate that is valid on the day of the step.
    case officers(least: Int)
    /// A clock of waiting, or the time somebody had to act in, has run out.
    case waited(clock: String)
    /// A clock of limit, if it runs, has not run out on the day of the step.
    case inTime(clock: String)
    /// The day of the step keeps the distance before an event that a clock asks for.
    case leadTime(clock: String)
    /// One of the actions has been done and not been taken back.
    case done(actions: [String])
    /// None of the actions has been done.
    case notDone(actions: [String])
    /// Wherever one of `events` was done, the action was done (again) after the last of them.
    case doneSince(action: String, events: [String])
    /// Whoever does this did none of the actions.
    case apart(actions: [String])
    /// The papers are attached to the step.
    case papers([String])
    /// An amount stated is at most the limit of the class that another fact names, in 分.
    case atMost(fact: String, by: String, limits: [String: Int64])
    /// An amount is the fine of the first decision times the days from the day after the order to correct was served to the
    /// last day that counts (按日连续处罚); all four are facts.
    case dailyFine(fact: String, of: String, from: String, to: String)
    /// A day that a fact states is not after that of the step.
    case notAfter(fact: String)
    /// With this step the whole fine is paid, by the procedure's terms of payment.
    case paidUp
    /// A fact was stated with this value: `true`, `false` or a word.
    case fact(name: String, value: String)
    /// The action has been done fewer times than this.
    case rounds(action: String, most: Int)

    /// The words of `check` in rule files.
    package enum Word: String, CaseIterable, Sendable {
        case officers, waited, papers, done, apart, fact, rounds
        case inTime = "in_time"
        case leadTime = "lead_time"
        case notDone = "not_done"
        case doneSince = "done_since"
        case atMost = "at_most"
        case dailyFine = "daily_fine"
        case notAfter = "not_after"
        case paidUp = "paid_up"
    }

    /// The word by which rule files call it.
    package var word: Word {
        switch self {
        case .officers: .officers
        case .waited: .waited
        case .inTime: .inTime
        case .leadTime: .leadTime
        case .done: .done
        case .notDone: .notDone
        case .doneSince: .doneSince
        case .apart: .apart
        case .papers: .papers
        case .atMost: .atMost
        case .dailyFine: .dailyFine
        case .notAfter: .notAfter
        case .paidUp: .paidUp
        case .fact: .fact
        case .rounds: .rounds
        }
    }
}
