import Catalog
import Monitoring
import Registry
import Standards

/// A day of the air stations with all that pages show of it: hours, checks, decisions.
struct AirDaySheet {
    /// More rows than a screen can hold are not loaded: a national file brings in hundreds of stations.
    static let greatestStations = 40

    /// An hour of a station.
    struct HourKey: Hashable {
        let station: String
        /// 1 … 24.
        let hour: Int
    }

    let date: CivilDate
    let dueHours: Int
    /// The stations of `days`, in their order.
    let stations: [RegisteredObject]
    let days: [AirStationDay]
    /// The standard of the day.
    let rule: AirIndexRule
    let findings: [AirFinding]
    /// How many stations with values are not among `stations`.
    let omittedCount: Int
    private let reviews: [HourKey: [HourReview]]
    private let questions: [HourKey: [AirFinding]]
    /// How far the review of each station's day has come.
    let steps: [String: [CivilDate: ReviewDay]]
    let words: HourReviewWords

    /// Loads the bureau's own stations, or where it has none the first of those that files brought in.
    init(_ date: CivilDate, in context: PageContext) throws {
        try self.init(date, stations: Self.candidates(on: date, in: context), in: context)
    }

    /// The stations whose day is looked at together.
    static func candidates(on date: CivilDate, in context: PageContext) throws -> [RegisteredObject] {
        let all = try RegistryStore.objects(.station, in: context.connection)
        let own = all.filter { $0.text("origin") != "import" }
        guard own.isEmpty else { return own }
        let present = try AirHourStore.stationsWithValues(on: date, in: context.connection)
        return all.filter { present.contains($0.id) }
    }

    /// Loads the stations named, and only as many as a page can hold.
    init(_ date: CivilDate, stations candidates: [RegisteredObject], in context: PageContext) throws {
        self.date = date
        stations = Array(candidates.prefix(Self.greatestStations))
        omittedCount = candidates.count - stations.count
        dueHours = context.dueHours(of: date)
        words = HourReviewWords(context.catalog)
        rule = try context.catalog.rule(.airIndex, on: date)
        days = try AirHourStore.day(date, stations: stations, catalog: context.catalog, in: context.connection)
        findings = try AirDayFindings.questions(
            of: stations, on: date, dueHours: dueHours, catalog: context.catalog, in: context.connection)
        let decided = try ReviewStore.reviews(on: date, in: context.connection)
        steps = try ReviewStepStore.days(
            from: date, to: date, of: stations.map(\.id), in: context.connection)
        reviews = Dictionary(grouping: decided) { HourKey(station: $0.station, hour: $0.start.beijingHour + 1) }
        var questions: [HourKey: [AirFinding]] = [:]
        for finding in findings where finding.isQuestion {
            for hour in finding.hours {
                questions[HourKey(station: finding.station, hour: hour), default: []].append(finding)
            }
        }
        self.questions = questions
    }

    /// Whether anything came from any station.
    var hasData: Bool { days.contains { $0.hasMessage } }

    /// The days of the stations that take part in evaluation; all where none does, as after an import of published files.
    var evaluatedDays: [AirStationDay] {
        let evaluated = Set(stations.filter { $0.flag("isEvaluated") }.map(\.id))
        return evaluated.isEmpty ? days : days.filter { evaluated.contains($0.station) }
    }

    /// The day of a station; nil when it is not on the sheet.
    func day(of station: String) -> AirStationDay? { days.first { $0.station == station } }

    /// Decisions about an hour, oldest first.
    func reviews(of station: String, hour: Int) -> [HourReview] {
        reviews[HourKey(station: station, hour: hour)] ?? []
    }

    /// The reviewed values of an hour, of the items that were decided about.
    func values(of station: String, hour: Int) -> [ReviewedValue] {
        let decided = Set(reviews(of: station, hour: hour).map(\.item))
        return AirItem.allCases.filter { decided.contains($0.rawValue) }.map { value(of: station, hour: hour, $0) }
    }

    /// An item of an hour with its review.
    func value(of station: String, hour: Int, _ item: AirItem) -> ReviewedValue {
        ReviewedValue(
            day(of: station)?.hours[hour - 1].readings[item],
            decisions: reviews(of: station, hour: hour).filter { $0.item == item.rawValue },
            day: steps[station]?[date] ?? .none)
    }

    /// Why a station's day takes no decision here; nil where it does.
    func reviewRefusal(of station: RegisteredObject) -> String? {
        if !StationOwnership.isReviewedHere(station) { return StationPage.refusal(of: station) }
        guard steps[station.id]?[date]?.isLocked == true else { return nil }
        return "本日已审核定稿，不再接受审核决定；须更正的，先在审核矩阵页说明理由解锁。"
    }

    /// What the checks ask about an hour; silence is no question, there is nothing to judge.
    func questions(of station: String, hour: Int) -> [AirFinding] {
        questions[HourKey(station: station, hour: hour)] ?? []
    }

    /// Where an hour stands between checks and reviewers; nil when nobody asked or decided anything.
    func mark(of station: RegisteredObject, hour: Int) -> HourMark? {
        HourMark(
            values: values(of: station.id, hour: hour), questions: questions(of: station.id, hour: hour),
            isReviewedHere: StationOwnership.isReviewedHere(station))
    }
}
