package import Records
package import Standards

/// Why a figure is another one at a later moment: the difference in parts that add up exactly.
package struct FigureChange: Sendable {
    /// A cause, with what the figure was before and after it.
    package struct Part: Sendable {
        package let effect: ActionEffect
        package let before: FigureMoment
        package let after: FigureMoment
        /// The records between the moments that have this effect, in order.
        package let records: [RecordHeader]

        /// What this cause adds; nil when there is no value on one side.
        package var difference: Rational? { FigureChange.difference(before, after) }

        /// Whether the figure is another one, as a value or as it is printed.
        package var isChanged: Bool { before.exact != after.exact || before.printed != after.printed }

        /// What is to be said where no difference can be given; nil where one can.
        package var note: String? { FigureChange.note(before, after) }
    }

    package let request: FigureRequest
    /// The last records of the two moments.
    package let from: Int64
    package let to: Int64
    /// In the fixed order: late data, review, scope, rules. The first begins with the earlier moment, each other where the
    /// one before it ends, and the last ends with the later moment.
    package let parts: [Part]

    package var before: FigureMoment? { parts.first?.before }
    package var after: FigureMoment? { parts.last?.after }

    /// All of it; nil when there is no value on one side.
    package var difference: Rational? { before.flatMap { before in after.flatMap { Self.difference(before, $0) } } }

    /// What is to be said where no difference can be given; nil where one can.
    package var note: String? { before.flatMap { before in after.flatMap { Self.note(before, $0) } } }

    private static func difference(_ before: FigureMoment, _ after: FigureMoment) -> Rational? {
        guard let earlier = before.exact, let later = after.exact else { return nil }
        return later - earlier
    }

    private static func note(_ before: FigureMoment, _ after: FigureMoment) -> String? {
        switch (before.reason, after.reason) {
        case (nil, nil): nil
        case (let reason?, nil): "由无值（\(reason)）变为 \(after.printed)"
        case (nil, let reason?): "由 \(before.printed) 变为无值（\(reason)）"
        case (let earlier?, let later?): earlier == later ? "前后均无值（\(earlier)）" : "前后均无值：先是\(earlier)，后是\(later)"
        }
    }
}
