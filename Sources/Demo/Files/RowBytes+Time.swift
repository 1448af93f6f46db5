import Standards

extension RowBytes {
    /// `2026-11-22T0800`, the form of the national air feed.
    mutating func append(timepoint hour: LocalHour) {
        append(date: hour)
        append(UInt8(ascii: "T"))
        append(padded: hour.hourOfDay * 100, width: 4)
    }

    /// `2026-11-22 08:00`.
    mutating func append(minute hour: LocalHour) {
        append(date: hour)
        append(UInt8(ascii: " "))
        append(padded: hour.hourOfDay, width: 2)
        append(text: ":00")
    }

    /// `20261122080000` in Beijing, the form of HJ 212.
    mutating func append(clock moment: Instant) {
        let date = moment.beijingDate
        append(padded: (date.year * 100 + date.month) * 100 + date.day, width: 8)
        append(padded: (moment.beijingHour * 100 + moment.beijingMinute) * 100 + moment.beijingSecond, width: 6)
    }

    private mutating func append(date hour: LocalHour) {
        let date = hour.date
        append(padded: date.year, width: 4)
        append(UInt8(ascii: "-"))
        append(padded: date.month, width: 2)
        append(UInt8(ascii: "-"))
        append(padded: date.day, width: 2)
    }
}
