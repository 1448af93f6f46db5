import Standards

/// The written forms of a Beijing time in published files.
enum FileTime {
    /// Reads `2026-03-01T0100`, `2026-03-01T01:00:00`, `2026-03-01 01:00`, with hour 24 as the day's end.
    ///
    /// - Parameter year: for forms that have none (`04-01 12:00`).
    static func parse(_ text: String, year: Int? = nil) -> Instant? {
        let numbers = text.utf8.split { !(48...57).contains($0) }.map { Array($0) }
        func number(_ digits: some Collection<UInt8>) -> Int? {
            digits.isEmpty || digits.count > 4 ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        var fields: [Int] = []
        for (index, digits) in numbers.enumerated() {
            // `T0100` is hour and minute in one group.
            if index == numbers.count - 1, digits.count == 4, index > 0 {
                guard let hour = number(digits.prefix(2)), let minute = number(digits.suffix(2)) else { return nil }
                fields += [hour, minute]
            } else {
                guard let value = number(digits) else { return nil }
                fields.append(value)
            }
        }
        if let first = numbers.first, first.count != 4 {
            guard let year else { return nil }
            fields.insert(year, at: 0)
        }
        guard (4...6).contains(fields.count), let date = CivilDate(year: fields[0], month: fields[1], day: fields[2])
        else { return nil }
        let clock = Array(fields[3...]) + [0, 0]
        guard clock[0] <= 24, clock[1] < 60, clock[2] < 60, clock[0] < 24 || clock[1] + clock[2] == 0 else {
            return nil
        }
        return Instant(beijing: date, hour: clock[0], minute: clock[1], second: clock[2])
    }
}
