package import Standards

/// What one message says of one object: its readings, with what they share said once.
package struct ReadingMessage: Sendable {
    /// What it says of one item.
    package struct Value: Sendable {
        /// As in `SeriesKey`.
        package let item: String
        /// As sent, in the item's unit; nil when the message says that there is none.
        package let value: ExactDecimal?
        /// As in `Reading`.
        package let flag: String

        package init(item: String, value: ExactDecimal?, flag: String) {
            self.item = item
            self.value = value
            self.flag = flag
        }
    }

    /// The id of the object.
    package let object: String
    /// Length of the period in seconds; 0 for momentary values.
    package let seconds: Int
    /// Start of the period.
    package let start: Instant
    /// When it arrived, in milliseconds since 1970-01-01T00:00:00Z.
    package let arrivedMilliseconds: Int64
    package let origin: ReadingOrigin
    /// In the order in which they were sent.
    package let values: [Value]

    package init(
        object: String, seconds: Int, start: Instant, arrivedMilliseconds: Int64, origin: ReadingOrigin,
        values: [Value]
    ) {
        self.object = object
        self.seconds = seconds
        self.start = start
        self.arrivedMilliseconds = arrivedMilliseconds
        self.origin = origin
        self.values = values
    }

    /// The values as readings of their own, in the same order.
    package var readings: [Reading] {
        values.map { value in
            Reading(
                series: SeriesKey(object: object, item: value.item, seconds: seconds), start: start,
                arrivedMilliseconds: arrivedMilliseconds, origin: origin, value: value.value, flag: value.flag)
        }
    }
}
