/// A stretch of whole months over which ambient air is evaluated.
public struct AirPeriod: Hashable, Sendable {
    /// How long it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// A calendar month.
        case month
        /// January to March, April to June and so on.
        case quarter
        /// January to June or July to December.
        case half
        /// A calendar year.
        case year
        /// 秋冬季: October to March, named by the year in which it begins. April to September belong to none, so that two
        /// winters never come together in one calendar year.
        case season
    }

    /// How long the period is.
    public let kind: Kind
    /// The first day.
    public let first: CivilDate

    private init(kind: Kind, first: CivilDate) {
        self.kind = kind
        self.first = first
    }

    /// The period in which a day lies; nil for days of April to September with `.season`.
    public init?(_ kind: Kind, containing day: CivilDate) {
        let start: CivilDate
        switch kind {
        case .month: start = day.firstOfMonth
        case .quarter: start = day.firstOfMonth.adding(months: -((day.month - 1) % 3))
        case .half: start = day.firstOfMonth.adding(months: -((day.month - 1) % 6))
        case .year: start = day.firstOfYear
        case .season:
            guard day.month <= 3 || day.month >= 10 else { return nil }
            start = day.firstOfMonth.adding(months: day.month <= 3 ? -(day.month + 2) : -(day.month - 10))
        }
        self.init(kind: kind, first: start)
    }

    /// How many months it has.
    public var monthCount: Int {
        switch kind {
        case .month: 1
        case .quarter: 3
        case .half, .season: 6
        case .year: 12
        }
    }

    /// The last day.
    public var last: CivilDate { first.adding(months: monthCount - 1).lastOfMonth }

    /// How many days it has.
    public var dayCount: Int { first.days(until: last) + 1 }

    /// The first days of its months.
    public var months: [CivilDate] { (0..<monthCount).map { first.adding(months: $0) } }

    /// Whether a day lies in it.
    public func contains(_ day: CivilDate) -> Bool { day >= first && day <= last }

    /// The same period one year earlier (同比).
    public var yearBefore: AirPeriod { AirPeriod(kind: kind, first: first.adding(months: -12)) }

    /// The period of the same kind that ends before it begins (环比); of a season that of the year before.
    public var previous: AirPeriod {
        AirPeriod(kind: kind, first: first.adding(months: kind == .season ? -12 : -monthCount))
    }
}

extension AirPeriod: CustomStringConvertible {
    /// `2026-03`, `2026-Q1`, `2026-H1`, `2026`, and `2025-AW` for October 2025 to March 2026.
    public var description: String {
        switch kind {
        case .month: first.monthText
        case .quarter: first.quarterText
        case .half: first.halfText
        case .year: first.yearText
        case .season: "\(first.yearText)-AW"
        }
    }
}

extension AirPeriod: Comparable {
    /// Order by first day, shorter periods first.
    public static func < (left: AirPeriod, right: AirPeriod) -> Bool {
        left.first == right.first ? left.monthCount < right.monthCount : left.first < right.first
    }
}
