/// A set of records: all up to one, and of those behind it the ones with certain effects.
package struct RecordSelection: Hashable, Sendable {
    /// Up to here all are taken.
    package let start: Int64
    /// Behind `start` and up to here those with one of `effects` are taken.
    package let end: Int64
    package let effects: Set<ActionEffect>

    /// All records up to one.
    package static func all(to sequence: Int64) -> RecordSelection {
        RecordSelection(start: sequence, end: sequence, effects: [])
    }

    /// All records up to one, and those with certain effects up to a later one.
    package static func all(
        to start: Int64, and effects: Set<ActionEffect>, to end: Int64
    ) -> RecordSelection {
        effects.isEmpty || end <= start
            ? all(to: start) : RecordSelection(start: start, end: end, effects: effects)
    }

    private init(start: Int64, end: Int64, effects: Set<ActionEffect>) {
        self.start = start
        self.end = end
        self.effects = effects
    }

    /// Whether it is all records up to one.
    package var isWhole: Bool { effects.isEmpty }

    func contains(_ sequence: Int64, with effect: ActionEffect) -> Bool {
        sequence <= start || (sequence <= end && effects.contains(effect))
    }
}
