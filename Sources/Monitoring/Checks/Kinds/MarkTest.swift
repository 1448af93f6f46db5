import Standards

/// Marks of enterprises and operators: which stretches they take out, and which of them the marking rule does not allow.
package struct MarkTest: Sendable {
    static let keys = ["marking"]

    /// Nil for monitors whose records of maintenance nobody limits: stations of the ambient network.
    let marking: DischargeMarkingRule?

    init(_ marking: DischargeMarkingRule?) {
        self.marking = marking
    }

    init?(_ parameters: CheckParameters) {
        guard parameters.has("marking") else {
            self.init(nil)
            return
        }
        guard let marking = parameters.markingRule("marking") else { return nil }
        self.init(marking)
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        for mark in field.marks where mark.station == series.station && mark.item ?? series.item == series.item {
            guard let marking else {
                pad.add(mark.span, value: nil, .fail, .marked(mark.kind))
                continue
            }
            let deadline = marking.deadline(for: mark.span)
            if mark.kind != .maintenance, let made = mark.madeAt, made > deadline {
                pad.add(mark.span, value: nil, .suspect, .markedLate(deadline: deadline))
                continue
            }
            guard case .operating(let name) = mark.kind else {
                pad.add(mark.span, value: nil, .fail, .marked(mark.kind))
                continue
            }
            guard let event = marking.event(name, industry: mark.industry) else {
                pad.add(mark.span, value: nil, .suspect, .unknownEvent(name))
                continue
            }
            if let hours = event.maximumHours, mark.span.seconds > hours * 3_600 {
                let rest = Period(
                    start: mark.span.start.adding(seconds: hours * 3_600), seconds: mark.span.seconds - hours * 3_600)
                pad.add(rest, value: nil, .suspect, .overlong(event.name, allowedHours: hours))
            }
        }
    }
}
