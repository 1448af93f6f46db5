package import Catalog

/// A period of a procedure with its legal ground.
package struct ProcedureClock: Hashable, Sendable {
    /// Its name, unique in the procedure and shown on screen.
    package let name: String
    /// What it is for.
    package let kind: ClockKind
    /// How long it is; of a yearly clock a stand-in.
    package let length: PeriodLength
    /// Other lengths, by case.
    package let variants: [ClockVariant]
    /// The event from which it counts, in words.
    package let event: String
    /// What a day off at its end does.
    package let roll: Roll
    /// On what the roll rests, where it is not the general rule.
    package let rollBasis: String?
    /// On what the clock rests.
    package let basis: [Ground]
    /// How sure its length is.
    package let confidence: Confidence
    /// Its extensions, in the order in which they may be used.
    package let extensions: [ClockExtension]
    /// The reasons for which it rests.
    package let pauses: [ClockPause]
    /// Whether a later start sets it off anew; otherwise the first one holds.
    package let renews: Bool
    /// Month and day of a yearly clock.
    package let monthAndDay: MonthAndDay?
    /// What else to know.
    package let note: String?

    /// The length in a case; nil for the usual one.
    package func length(of variant: String?) -> PeriodLength {
        variants.first { $0.name == variant }?.length ?? length
    }
}
