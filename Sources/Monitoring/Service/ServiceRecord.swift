package import Standards

/// What a maintenance contractor or the bureau's own technician did at a monitor (运维/校准记录), as it was handed in.
package struct ServiceRecord: Sendable, Hashable {
    /// The kind of work, the words of the record form.
    package enum Work: String, Sendable, CaseIterable {
        /// 日常维护.
        case maintenance
        /// 故障检修.
        case repair
        /// 校准.
        case calibration
        /// 质控检查: zero, span or precision was checked and nothing was changed.
        case check
        /// 停电、断网: nobody worked at the device, and it did not run.
        case outage
    }

    /// The watched object: an air station, a section, an outlet.
    package let object: String
    /// The number of the record; of one object each stands once.
    package let number: String
    package let work: Work
    /// The items it speaks of; empty for all of the object.
    package let items: [String]
    package let span: Period
    /// Who did it: the company, and the person.
    package let company: String
    package let technician: String
    package let note: String
    /// What checks of zero and span found.
    package let checks: [CheckDrift]
    /// The record that attached the paper to the object's file; nil for none.
    package let attachment: Int64?
    /// Who entered it.
    package let enteredBy: String
    /// The record that holds it.
    package let sequence: Int64
    /// Why it was taken back; nil while it stands.
    package let withdrawn: String?

    /// Whether it explains a value of a period: the time of the work, rounded out to whole periods, touches it.
    package func touches(_ period: Period) -> Bool {
        span.start < period.end && period.start < span.end
    }

    /// Whether it speaks of an item.
    package func speaks(of item: String) -> Bool { items.isEmpty || items.contains(item) }

    /// As the automatic checks read it; a mere check of quality takes no time out.
    var marks: [CheckMark] {
        guard work != .check else { return [] }
        let items: [String?] = items.isEmpty ? [nil] : items
        return items.map { CheckMark(station: object, item: $0, kind: .maintenance, span: span) }
    }
}
