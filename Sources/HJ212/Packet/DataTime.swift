/// A time as devices write it: Beijing time (UTC+8) without zone, `YYYYMMDDhhmmss` (HJ 212-2017, table 4).
///
/// For minute, hour and day data it is the start of the period, for realtime data the moment of collection. Only dates
/// and times that exist are accepted; hour 24 is none. Whether the time is plausible is for the receiver to judge.
public struct DataTime: Sendable, Hashable {
    /// 1–9999.
    public let year: Int
    /// 1–12.
    public let month: Int
    /// 1–31, as the month has.
    public let day: Int
    /// 0–23.
    public let hour: Int
    /// 0–59.
    public let minute: Int
    /// 0–59.
    public let second: Int

    /// A time from its components; nil when there is no such time.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// A time from its digits: 14 as in the standard, 12 without seconds, 16 or 17 with parts of a second, which are
    /// dropped. Nil for anything else and for times that do not exist.
    public init?(digits: some Collection<UInt8>) {
        let count = digits.count
        guard count == 12 || count == 14 || count == 16 || count == 17 else { return nil }
        var date = 0
        var time = 0
        var place = 0
        for digit in digits {
            guard ASCII.isDigit(digit) else { return nil }
            let value = Int(digit & 0x0F)
            if place < 8 {
                date = date * 10 + value
            } else if place < 14 {
                time = time * 10 + value
            }
            place += 1
        }
        if count == 12 { time *= 100 }
        self.init(
            year: date / 10_000, month: date / 100 % 100, day: date % 100, hour: time / 10_000,
            minute: time / 100 % 100, second: time % 100)
    }

    /// The time of an instant, given in seconds since 1970-01-01 00:00 UTC; nil outside the years 1–9999.
    public init?(unixSeconds: Int64) {
        guard (-1_000_000_000_000...1_000_000_000_000).contains(unixSeconds) else { return nil }
        let local = unixSeconds + Self.offsetSeconds
        let day = local.flooredDivision(by: 86_400)
        let time = Int(local - day * 86_400)
        let (year, month, dayOfMonth) = Self.civil(daysSince1970: day)
        self.init(
            year: year, month: month, day: dayOfMonth, hour: time / 3600, minute: time / 60 % 60, second: time % 60)
    }

    /// Seconds since 1970-01-01 00:00 UTC.
    public var unixSeconds: Int64 {
        Self.daysSince1970(year: year, month: month, day: day) * 86_400
            + Int64(hour * 3600 + minute * 60 + second) - Self.offsetSeconds
    }

    /// Fourteen digits.
    public var text: String {
        let shortFields = [month, day, hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let yearText = String(year)
        return String(repeating: "0", count: 4 - yearText.count) + yearText + shortFields.joined()
    }

    /// UTC+8; China has had no daylight saving since 1991.
    private static let offsetSeconds: Int64 = 8 * 3600

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days of the proleptic Gregorian calendar. Years begin in March so that the leap day is the last of its year.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let monthFromMarch = Int64((month + 9) % 12)
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
        return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear - 719_468
    }

    private static func civil(daysSince1970: Int64) -> (Int, Int, Int) {
        let days = daysSince1970 + 719_468
        let era = days.flooredDivision(by: 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (year, month, Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))
    }
}

extension DataTime: Comparable {
    /// Earlier times come first.
    public static func < (left: DataTime, right: DataTime) -> Bool {
        (left.year, left.month, left.day, left.hour, left.minute, left.second)
            < (right.year, right.month, right.day, right.hour, right.minute, right.second)
    }
}

extension DataTime: CustomStringConvertible {
    /// Fourteen digits.
    public var description: String { text }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
