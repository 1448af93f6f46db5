import Ledger
import Standards

extension MatterAct {
    /// Which of them it is, as records say it: a word for each case and for ever.
    enum Kind: String, CaseIterable {
        case opened, step, withdrawn, transferred, joined, opinion, signed, delegated, paused, resumed, extended,
            merged,
            escalated
        case sentBack = "sent-back"
        case mergedInto = "merged-into"
        case splitOff = "split-off"
    }

    var kind: Kind {
        switch self {
        case .opened: .opened
        case .step: .step
        case .sentBack: .sentBack
        case .withdrawn: .withdrawn
        case .transferred: .transferred
        case .joined: .joined
        case .opinion: .opinion
        case .signed: .signed
        case .delegated: .delegated
        case .paused: .paused
        case .resumed: .resumed
        case .extended: .extended
        case .merged: .merged
        case .mergedInto: .mergedInto
        case .splitOff: .splitOff
        case .escalated: .escalated
        }
    }

    /// As a record holds it.
    var canonical: CanonicalValue {
        var members: [String: CanonicalValue] = members
        members["is"] = .string(kind.rawValue)
        return .object(members)
    }

    private var members: [String: CanonicalValue] {
        switch self {
        case .opened(let opening): opening.members
        case .step(let step): step.members
        case .sentBack(let state, let reason): ["to": .string(state), "reason": .string(reason)]
        case .withdrawn(let reason): ["reason": .string(reason)]
        case .transferred(let handler, let reason): ["to": handler.canonical, "reason": .string(reason)]
        case .joined(let handler): ["handler": handler.canonical]
        case .opinion(let words): ["words": .string(words)]
        case .signed(let action, let agrees, let words):
            ["action": .string(action), "agrees": .bool(agrees), "words": .string(words)]
        case .delegated(let person, let role, let days):
            ["to": .string(person), "role": .string(role), "days": .days(days)]
        case .paused(let clock, let ground, let day), .resumed(let clock, let ground, let day):
            ["clock": .string(clock), "ground": .string(ground), "day": .day(day)]
        case .extended(let clock, let reason): ["clock": .string(clock), "reason": .string(reason)]
        case .merged(let matter, let clocks):
            ["from": .string(matter.rawValue), "clocks": .array(clocks.map(\.canonical))]
        case .mergedInto(let matter), .splitOff(let matter): ["matter": .string(matter.rawValue)]
        case .escalated(let clock, let step, let authority, let papers):
            [
                "clock": .string(clock), "step": .string(step), "authorisedBy": .string(authority),
                "papers": .words(papers.sorted()),
            ]
        }
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let kind = value["is"]?.text.flatMap({ Kind(rawValue: $0) }),
            let act = Self.moving(kind, value) ?? Self.standing(kind, value)
        else { return nil }
        self = act
    }

    /// Acts that move a matter or say who handles it.
    private static func moving(_ kind: Kind, _ value: CanonicalValue) -> MatterAct? {
        let reason = value["reason"]?.text
        switch kind {
        case .opened: return MatterOpening(canonical: value).map { .opened($0) }
        case .step: return MatterStep(canonical: value).map { .step($0) }
        case .sentBack:
            guard let state = value["to"]?.text, let reason else { return nil }
            return .sentBack(to: state, reason: reason)
        case .withdrawn: return reason.map { .withdrawn(reason: $0) }
        case .transferred:
            guard let handler = value["to"].flatMap({ MatterHandler(canonical: $0) }), let reason else { return nil }
            return .transferred(to: handler, reason: reason)
        case .joined: return value["handler"].flatMap { MatterHandler(canonical: $0) }.map { .joined($0) }
        case .merged:
            guard let matter = value["from"]?.text, let clocks = value["clocks"]?.list({ CarriedClock(canonical: $0) })
            else { return nil }
            return .merged(from: MatterID(rawValue: matter), clocks: clocks)
        case .mergedInto: return value["matter"]?.text.map { .mergedInto(MatterID(rawValue: $0)) }
        case .splitOff: return value["matter"]?.text.map { .splitOff(MatterID(rawValue: $0)) }
        default: return nil
        }
    }

    /// Acts that leave it where it is: signatures, opinions, clocks.
    private static func standing(_ kind: Kind, _ value: CanonicalValue) -> MatterAct? {
        let (clock, reason) = (value["clock"]?.text, value["reason"]?.text)
        switch kind {
        case .opinion: return value["words"]?.text.map { .opinion($0) }
        case .signed:
            guard let action = value["action"]?.text, let agrees = value["agrees"]?.bool,
                let words = value["words"]?.text
            else { return nil }
            return .signed(action: action, agrees: agrees, words: words)
        case .delegated:
            guard let person = value["to"]?.text, let role = value["role"]?.text, let days = value["days"]?.days
            else { return nil }
            return .delegated(to: person, role: role, days: days)
        case .paused, .resumed:
            guard let clock, let ground = value["ground"]?.text, let day = value["day"]?.day else { return nil }
            return kind == .paused
                ? .paused(clock: clock, ground: ground, from: day) : .resumed(clock: clock, ground: ground, on: day)
        case .extended:
            guard let clock, let reason else { return nil }
            return .extended(clock: clock, reason: reason)
        case .escalated:
            guard let clock, let step = value["step"]?.text, let authority = value["authorisedBy"]?.text,
                let papers = value["papers"]?.words
            else { return nil }
            return .escalated(clock: clock, step: step, authorisedBy: authority, papers: Set(papers))
        default: return nil
        }
    }
}
