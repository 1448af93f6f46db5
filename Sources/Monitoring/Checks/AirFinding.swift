package import Standards

/// What the automatic checks ask about some hours of a station: a question to the reviewer, never a decision.
///
/// One question may rest on several rules: a value far above the hour before it is mostly far above its neighbours too, and
/// the reviewer answers once.
package struct AirFinding: Sendable, Hashable {
    /// The station's code.
    package let station: String
    /// The items it speaks of, the tested one first.
    package let items: [AirItem]
    /// Hours of the day by their ends, 1 … 24, first to last; a stretch that began the day before is cut at midnight.
    package let hours: ClosedRange<Int>
    /// What was found, the finding that says most first; never empty.
    package let reasons: [CheckFinding]

    /// - Precondition: there is a reason.
    init(station: String, items: [AirItem], hours: ClosedRange<Int>, reasons: [CheckFinding]) {
        self.station = station
        self.items = items
        self.hours = hours
        self.reasons = reasons.sorted(by: Self.saysMore)
    }

    /// The finding that says most.
    package var first: CheckFinding { reasons[0] }

    /// Whether it is time without a value: nothing is there to decide about.
    package var isSilent: Bool { first.rule.kind == .missing }

    /// Whether it hints at values that were made: a matter of the instrument, not of one value. It proves nothing.
    package var isHint: Bool { reasons.allSatisfy { $0.rule.kind.isHint } }

    /// Whether the device itself says that these are no values: they count for nothing, whatever a reviewer does.
    package var isMarked: Bool { reasons.allSatisfy { $0.rule.kind == .flags } }

    /// Whether it asks for a decision about values.
    package var isQuestion: Bool { !isSilent && !isHint && !isMarked }

    /// Whether one of its findings comes of a kind of test.
    package func has(_ kind: CheckKind) -> Bool { reasons.contains { $0.rule.kind == kind } }

    private static func saysMore(_ left: CheckFinding, _ right: CheckFinding) -> Bool {
        if left.grade != right.grade { return left.grade == .fail }
        if left.rule.kind != right.rule.kind { return weight(left.rule.kind) < weight(right.rule.kind) }
        return left < right
    }

    /// What speaks of one value by itself comes before what speaks of a stretch.
    private static func weight(_ kind: CheckKind) -> Int {
        order.firstIndex(of: kind) ?? order.count
    }

    private static let order: [CheckKind] = [
        .unfit, .range, .ordering, .spike, .neighbours, .sister, .outlier, .step, .rate, .ratio, .sum, .saturation,
        .flatLine, .copied, .periodicity, .fluctuation, .drift, .flags, .marks, .restart, .missing,
    ]
}
