import Monitoring
import Registry
import Standards

extension StationPage.HourRow {
    /// An hour of a station's day.
    ///
    /// - Parameter attempt: a refused review; its hours stay chosen.
    init(_ hour: Int, of station: RegisteredObject, on sheet: AirDaySheet, attempt: ReviewAttempt?) {
        let words = AirHourWords(hour, of: station, on: sheet)
        let questions = sheet.questions(of: station.id, hour: hour)
        let decided = sheet.values(of: station.id, hour: hour)
        let value = ReviewAttempt.hourValue(sheet.date, hour)
        self.init(
            value: value, anchor: "h\(hour)", label: "\(hour)时", span: HourText.span(hour),
            href: SiteURL.hour(hour, of: station.id, on: sheet.date).path,
            values: AirItem.allCases.map {
                words.printed($0, mark: Self.mark(of: $0, sheet.value(of: station.id, hour: hour, $0), questions))
            },
            aqi: words.aqi, explainHref: words.explanation?.path, levelClass: words.levelClass,
            levelName: words.levelName, primary: words.primary,
            stateText: words.stateText, markClass: words.mark?.className,
            markLabel: Self.label(words.mark, decided, questions: questions, sheet),
            isReviewable: StationOwnership.isReviewedHere(station) && words.hour.hasMessage,
            isChosen: attempt.map { $0.hours.contains(hour) } ?? (words.mark == .query))
    }

    /// The mark of one item: its own decision, or a question about it.
    static func mark(of item: AirItem, _ value: ReviewedValue, _ questions: [AirFinding]) -> HourMark? {
        if let mark = HourMark(value) { return mark }
        return questions.contains { $0.items.contains(item) } ? .query : nil
    }

    private static func label(
        _ mark: HourMark?, _ values: [ReviewedValue], questions: [AirFinding], _ sheet: AirDaySheet
    ) -> String? {
        switch mark {
        case nil: nil
        case .query: "待核：" + questions.map(\.shortText).joined(separator: "、")
        case .kept: "认可（\(values.last?.standing?.reviewer ?? "")）"
        case .doubted, .rejected:
            values.last { HourMark($0) == mark }?.standing.map { sheet.words.words($0) }
        }
    }
}
