import Monitoring
import Registry
import Standards

/// Fills the matrix of stations and hours.
enum MorningMatrix {
    static func matrix(
        _ sheet: AirDaySheet, isYesterday: Bool, incomplete: Set<String>, emptyReason: String
    ) -> MorningPage.Matrix {
        let rows = sheet.hasData ? sheet.stations.map { row(of: $0, on: sheet, incomplete: incomplete) } : []
        return MorningPage.Matrix(
            title: isYesterday ? "昨日逐时 AQI" : "逐时 AQI",
            reviewLogHref: SiteURL.reviews(from: sheet.date, to: sheet.date).path, reviewText: reviewText(sheet),
            hours: (1...24).map(String.init), rows: rows, missingCauses: causes(sheet), emptyReason: emptyReason)
    }

    private static func row(
        of station: RegisteredObject, on sheet: AirDaySheet, incomplete: Set<String>
    ) -> MorningPage.Matrix.Row {
        let sums = sheet.day(of: station.id)?.completeness(dueHours: sheet.dueHours)
        let expected = sums?.expected ?? 0
        return MorningPage.Matrix.Row(
            station: station.name, href: SiteURL.station(station.id, on: sheet.date).path,
            cells: (1...24).map { cell($0, of: station, on: sheet) },
            captureRate: Rational.percentage(sums?.received ?? 0, of: expected) ?? "—",
            validRate: Rational.percentage(sums?.valid ?? 0, of: expected) ?? "—",
            isIncomplete: incomplete.contains(station.id))
    }

    private static func cell(
        _ hour: Int, of station: RegisteredObject, on sheet: AirDaySheet
    ) -> MorningPage.Matrix.Cell {
        let words = AirHourWords(hour, of: station, on: sheet)
        return MorningPage.Matrix.Cell(
            href: SiteURL.hour(hour, of: station.id, on: sheet.date).path, explainHref: words.explanation?.path,
            text: words.cellText,
            levelClass: words.levelClass, label: words.label(questions: sheet.questions(of: station.id, hour: hour)),
            markClass: words.mark?.className, markText: words.mark?.sign)
    }

    /// Progress in words; nil when there is nothing to review.
    private static func reviewText(_ sheet: AirDaySheet) -> String? {
        var counts: [HourMark: Int] = [:]
        for station in sheet.stations {
            for hour in 1...24 {
                if let mark = sheet.mark(of: station, hour: hour) { counts[mark, default: 0] += 1 }
            }
        }
        let parts = [HourMark.query, .kept, .doubted, .rejected].compactMap { mark in
            counts[mark].map { "\(mark.name) \($0) 时" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "，")
    }

    private static func causes(_ sheet: AirDaySheet) -> [MorningPage.Matrix.Cause] {
        var causes: [String: String] = [:]
        for station in sheet.stations {
            for hour in 1...24 {
                let words = AirHourWords(hour, of: station, on: sheet)
                if words.levelClass == "miss" { causes[words.missingLetter] = words.missingCause }
            }
        }
        return causes.sorted { $0.key < $1.key }.map { MorningPage.Matrix.Cause(letter: $0.key, meaning: $0.value) }
    }
}
