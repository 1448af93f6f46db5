import Standards

/// What a reviewer saw when deciding, in one text: value and mark as they arrived.
///
/// A decision speaks of what stood there. When another value arrives later for the same hour, the decision does not speak of it.
package enum JudgedValue {
    /// The text for an hour of which nothing has arrived.
    package static let nothing = ""

    /// The text of a reading.
    package static func text(_ reading: Reading?) -> String {
        guard let reading else { return nothing }
        return "\(reading.value?.description ?? "-")|\(reading.flag)"
    }
}
