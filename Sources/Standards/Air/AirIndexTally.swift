/// Collects what judging the six items of one row brings up, one bit an item.
struct AirIndexTally {
    var largest: Int16 = -1
    var missing: UInt8 = 0
    var notMonitored: UInt8 = 0
    var aboveTable: UInt8 = 0
    var notComputed: UInt8 = 0
    var negative: UInt8 = 0

    /// Judges one item; its IAQI, below zero when it has none.
    @inline(__always)
    mutating func take(_ value: AirValue, _ table: borrowing AirIndexTable, bit: UInt8) -> Int16 {
        guard case .present(let concentration) = value else {
            if case .missing = value { missing |= bit } else { notMonitored |= bit }
            return -1
        }
        switch table.outcome(of: concentration) {
        case .index(let index):
            largest = max(largest, index)
            return index
        case .beyond(let index):
            aboveTable |= bit
            largest = max(largest, index)
            return index
        case .notComputed:
            notComputed |= bit
        case .negative:
            negative |= bit
            missing |= bit
        }
        return -1
    }
}
