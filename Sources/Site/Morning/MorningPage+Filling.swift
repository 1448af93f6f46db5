import Monitoring
import Registry
import Standards

extension MorningPage {
    /// Rows that fit beside the map on the first screen.
    private static let greatestSections = 7

    /// The first screen about a day.
    init(_ date: CivilDate, in context: PageContext) throws {
        let morning = try MorningSheet(date, in: context)
        let state = DataState(morning: morning, in: context)
        let sentence = morning.sentence
        let stations = try MapStations(morning, in: context)
        let concerns = morning.concerns.all.prefix(MorningConcerns.greatestOnScreen)
        self.init(
            frame: PageFrame("今日", in: context, at: .morning, state: state.review),
            dayText: "\(date.chineseDay)（\(date.weekdayText)）", sentence: sentence.parts,
            copyText: "\(sentence.text)（\(context.cutoffText)，\(state.review)）", printHref: SiteURL.print(date).path,
            state: state, cards: morning.isEmpty ? [] : MorningCards.cards(morning.figures),
            matrix: MorningMatrix.matrix(
                morning.air, isYesterday: morning.isYesterday, incomplete: morning.incomplete,
                emptyReason: morning.emptyReason),
            concerns: Array(concerns), concernsSummary: morning.concerns.summary, concernsScope: morning.concerns.scope,
            mapSVG: try DistrictMap.svg(
                morning.air, states: stations, water: morning.water, leads: morning.concerns.leads, in: context),
            mapCaption: "\(stations.caption)，断面为 \(morning.water.month.month) 月类别",
            sectionsMonth: morning.water.month.chineseMonth, sectionsHref: SiteURL.water(morning.water.month).path,
            sections: morning.water.hasData ? morning.water.rows(atMost: Self.greatestSections) : [])
    }
}
