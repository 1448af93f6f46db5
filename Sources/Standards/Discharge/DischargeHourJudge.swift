/// Judges the hours of one item of an outlet, one after the other.
///
/// The steps stand in this order: acceptance; flag; mark of the device; value, flow and minutes; marked event; oxygen;
/// comparison. The first one that settles the hour ends it, so an hour that is not valid or exempt never exceeds. A
/// verdict of exceedance is a lead and evidence after a check, not a decision.
public struct DischargeHourJudge: Sendable {
    /// The outlet judged; may change with the rules of the day.
    public var outlet: DischargeOutlet
    /// The flags of the device's edition of HJ 212.
    public let flags: DischargeFlagRule
    private var clock = DischargeEventClock()
    private var lastStart: Instant?

    /// Makes a judge that has seen no hour yet.
    public init(outlet: DischargeOutlet, flags: DischargeFlagRule) {
        self.outlet = outlet
        self.flags = flags
    }

    /// The verdict on the next hour.
    ///
    /// - Parameter marking: the marking rule in force on the day of the hour; nil before there was one: marks do not
    ///   count then.
    /// - Throws: `.wrongOrder` when the hour does not start after the one before.
    public mutating func judge(
        _ hour: DischargeHour, marking: DischargeMarkingRule?
    ) throws(StandardsError) -> DischargeJudgement {
        if let lastStart, hour.start <= lastStart {
            throw StandardsError(.wrongOrder, subject: "hours", value: hour.start.description)
        }
        lastStart = hour.start
        var finding = Finding()
        let mark = timelyMark(of: hour, marking, &finding)
        let event = event(of: mark, marking, &finding)
        clock.take(event?.isStandstill == true ? nil : event?.id, at: hour.start)
        finding.validity = flags.validity(of: hour.flag)
        let reason = reasonNotToJudge(hour, mark, event, finding.validity)
        let verdict = reason.map { .notJudged($0) } ?? judge(hour, event, &finding)
        if case .notJudged(.flag(let flag, _)) = verdict, flags.flags[flag]?.hintsAtExceedance == true {
            finding.notes.append(.maybeExceeded(flag: flag))
        }
        return DischargeJudgement(
            hour: hour, verdict: verdict, validity: finding.validity, compared: finding.compared,
            bound: finding.bound, notes: finding.notes)
    }

    /// What is found on the way.
    private struct Finding {
        var validity: DischargeValidity?
        var compared: Rational?
        var bound: DischargeBound?
        var notes: [DischargeJudgement.Note] = []
    }

    /// The mark of an hour, when it was made in time.
    private func timelyMark(
        of hour: DischargeHour, _ marking: DischargeMarkingRule?, _ finding: inout Finding
    ) -> DischargeMark? {
        guard let mark = hour.mark, let marking else { return nil }
        guard marking.isTimely(mark, for: hour.period) else {
            finding.notes.append(.lateMark(deadline: marking.deadline(for: hour.period)))
            return nil
        }
        return mark
    }

    /// The event that was marked, when the industry has it.
    private func event(
        of mark: DischargeMark?, _ marking: DischargeMarkingRule?, _ finding: inout Finding
    ) -> DischargeMarkingRule.Event? {
        guard case .operating(let id) = mark?.kind, let marking else { return nil }
        if let industry = outlet.industry, let event = marking.event(id, industry: industry) { return event }
        finding.notes.append(.eventNotListed(id))
        return nil
    }

    /// Steps 1 and 2: everything that makes a value say nothing.
    private func reasonNotToJudge(
        _ hour: DischargeHour, _ mark: DischargeMark?, _ event: DischargeMarkingRule.Event?,
        _ validity: DischargeValidity?
    ) -> DischargeVerdict.Reason? {
        if let acceptedAt = outlet.acceptedAt, hour.start < acceptedAt { return .beforeAcceptance }
        guard let validity else { return .unknownFlag(hour.flag) }
        guard validity == .valid else { return .flag(hour.flag, validity) }
        if mark?.kind == .deviceAbnormal { return .deviceMark }
        if event?.isStandstill == true { return .standstill }
        guard let value = hour.value else { return .missing }
        if value.isNegative { return .negative }
        if outlet.medium == .water, let flow = hour.flow, flow <= .zero { return .noFlow }
        if let needed = outlet.minimumMinutes, let minutes = hour.validMinutes, minutes < needed {
            return .tooFewMinutes(minutes, needed: needed)
        }
        return nil
    }

    /// Steps 3 to 5 for an hour with a value that counts.
    private func judge(
        _ hour: DischargeHour, _ event: DischargeMarkingRule.Event?, _ finding: inout Finding
    ) -> DischargeVerdict {
        guard let value = hour.value else { return .notJudged(.missing) }
        var bound = outlet.bound
        if let event {
            if let ceiling = event.ceilings[outlet.item] {
                finding.notes.append(.eventCeiling(event: event.id, limit: ceiling))
                bound = .atMost(ceiling)
            } else if let time = clock.time(of: event, perYear: outlet.exemptHoursPerYear) {
                guard time.used > time.limit else {
                    return .exempt(event: event.id, usedHours: time.used, limitHours: time.limit)
                }
                finding.notes.append(.eventOverrun(event: event.id, usedHours: time.used, limitHours: time.limit))
            } else {
                finding.notes.append(.eventNotListed(event.id))
            }
        }
        var compared = value.rational
        if let reference = outlet.referenceOxygen {
            guard let oxygen = hour.oxygen else { return .notJudged(.noOxygen) }
            guard
                let converted = ReferenceOxygen.converted(
                    compared, oxygen: oxygen.rational, reference: reference.rational)
            else { return .notJudged(.oxygenOutOfRange(oxygen)) }
            compared = converted
        }
        finding.compared = compared
        guard let bound else { return .notJudged(.noLimit) }
        finding.bound = bound
        return .comparing(compared, with: bound)
    }
}
