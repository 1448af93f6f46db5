/// The few values that were used last; the one unused for longest makes room.
struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var values: [Key: (value: Value, use: UInt64)] = [:]
    private var uses: UInt64 = 0
    private let capacity: Int

    /// - Parameter capacity: some dozens, for whoever makes room looks at all of them.
    init(capacity: Int) { self.capacity = capacity }

    subscript(key: Key) -> Value? {
        mutating get {
            guard let found = values[key] else { return nil }
            uses += 1
            values[key] = (found.value, uses)
            return found.value
        }
        set {
            uses += 1
            guard let newValue else {
                values[key] = nil
                return
            }
            values[key] = (newValue, uses)
            if values.count > capacity, let oldest = values.min(by: { $0.value.use < $1.value.use }) {
                values[oldest.key] = nil
            }
        }
    }
}
