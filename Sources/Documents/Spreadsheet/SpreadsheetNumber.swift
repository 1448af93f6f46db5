internal import Foundation

/// Numbers of cells, which programs keep in binary and show with 15 digits.
enum SpreadsheetNumber {
    /// Digits that a program shows and keeps of a number.
    static let digits = 15

    /// The number as the program shows it.
    static func content(of raw: String) -> Spreadsheet.Cell.Content {
        if isPlain(raw) { return .number(raw) }
        guard let value = Double(raw), value.isFinite, abs(value) < 1e300,
            let shown = Decimal(string: String(format: "%.\(digits)g", value))
        else { return .text(raw) }
        // Beyond 15 digits a whole number is not what was typed.
        return .number("\(shown)", isRounded: abs(value) >= 1e15)
    }

    /// Whether a text is a decimal without exponent that needs no rounding.
    private static func isPlain(_ raw: String) -> Bool {
        let body = raw.utf8.first == UInt8(ascii: "-") ? raw.utf8.dropFirst() : raw.utf8[...]
        let points = body.count { $0 == UInt8(ascii: ".") }
        let figures = body.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return figures > 0 && figures <= digits && points <= 1 && figures + points == body.count
    }

    /// The day that a count of days stands for; nil where it stands for none.
    ///
    /// Day 60 of the count from 1900 is the 29th of February 1900, which never was (ISO/IEC 29500-1, 18.17.4.1).
    static func date(of raw: String, countsFrom1904: Bool) -> Spreadsheet.Cell.Content? {
        guard let serial = Double(raw), serial >= (countsFrom1904 ? 0 : 1), serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        var days = seconds / 86_400
        let rest = seconds % 86_400
        if countsFrom1904 { days += 1_462 } else if days < 60 { days += 1 }
        let (year, month, day) = civil(daysSince1970: days - 25_569)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        if rest == 0 { return .date(date) }
        return .date("\(date) \(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))")
    }

    /// The days since 1899-12-30 of `YYYY-MM-DD`; nil for another form.
    static func serial(of date: String) -> Int? {
        let parts = date.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Days from the first of March of year 0, in eras of 400 years.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468 + 25_569
    }

    private static func civil(daysSince1970 days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * ofYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
