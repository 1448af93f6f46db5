package import Standards

/// What can happen to a matter. Each is one record.
package enum MatterAct: Hashable, Sendable {
    /// It begins; always and only the first entry.
    case opened(MatterOpening)
    /// An action of the procedure.
    case step(MatterStep)
    /// 退回: back to a state it came through. Clocks run on from where they began.
    case sentBack(to: String, reason: String)
    /// 撤回: its last step is taken back by whoever took it, before anything else has happened.
    case withdrawn(reason: String)
    /// 移交: another person handles it.
    case transferred(to: MatterHandler, reason: String)
    /// 协办: another unit handles it too.
    case joined(MatterHandler)
    /// 协办意见 of a unit that handles it too.
    case opinion(String)
    /// 会签 for an action, in the order that the action names.
    case signed(action: String, agrees: Bool, words: String)
    /// 委托: somebody acts in a post for the person who writes this, on some days.
    case delegated(to: String, role: String, days: ClosedRange<CivilDate>)
    /// A clock rests from a day on, for a reason that the clock knows.
    case paused(clock: String, ground: String, from: CivilDate)
    /// The reason has fallen away; the day is the last that does not count.
    case resumed(clock: String, ground: String, on: CivilDate)
    /// The next extension of a clock is approved by whoever writes this.
    case extended(clock: String, reason: String)
    /// 并案: another matter and its clocks go on here.
    case merged(from: MatterID, clocks: [CarriedClock])
    /// This matter goes on in another one.
    case mergedInto(MatterID)
    /// 分案: another matter was split off.
    case splitOff(MatterID)
    /// A step of the ladder was done by a person: 督办单 issued, 约谈 held, 问责线索 handed over.
    case escalated(clock: String, step: String, authorisedBy: String, papers: Set<String>)
}
