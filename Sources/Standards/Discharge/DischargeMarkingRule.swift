/// Which marks count and how long the data of an event are not used to judge (标记规则, 公告2022年第21号; "1 + N").
public struct DischargeMarkingRule: Hashable, Sendable {
    /// An event of operation that an industry may mark.
    public struct Event: Hashable, Sendable {
        /// The id that marks carry: `cold_start`.
        public let id: String
        /// The name as cited.
        public let name: String
        /// The hours of one event that are not judged; nil where the rule gives no time of its own.
        public let maximumHours: Int?
        /// Limits that hold during the event in place of the outlet's (waste incineration: particles of an hour).
        public let ceilings: [DischargeItem: ExactDecimal]
        /// Whether the plant stands still meanwhile (停运): nothing is judged and no time is used up.
        public let isStandstill: Bool

        /// Makes an event.
        public init(
            id: String, name: String, maximumHours: Int? = nil, ceilings: [DischargeItem: ExactDecimal] = [:],
            isStandstill: Bool = false
        ) {
            self.id = id
            self.name = name
            self.maximumHours = maximumHours
            self.ceilings = ceilings
            self.isStandstill = isStandstill
        }
    }

    /// An industry of the rule's appendices.
    public struct Industry: Hashable, Sendable {
        /// The id: `cement`.
        public let id: String
        /// The name as cited.
        public let name: String
        /// Its events; an industry without any has no exemption.
        public let events: [Event]

        /// Makes an industry.
        public init(id: String, name: String, events: [Event]) {
            self.id = id
            self.name = name
            self.events = events
        }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The clock hour of the next day by which a mark must be made (12).
    public let deadlineHour: Int
    /// The industries that may mark events; any other has no exemption.
    public let industries: [Industry]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for a deadline that is no clock hour, an industry or event that stands twice, a time
    ///   below one hour or a ceiling that is not above zero.
    public init(
        id: String, title: String, deadlineHour: Int, industries: [Industry]
    ) throws(StandardsError) {
        guard (0...24).contains(deadlineHour) else {
            throw StandardsError(.invalidRule, subject: "deadlineHour", value: "\(deadlineHour)")
        }
        guard Set(industries.map(\.id)).count == industries.count else {
            throw StandardsError(.invalidRule, subject: "industries")
        }
        for industry in industries {
            let isUsable = industry.events.allSatisfy { event in
                event.maximumHours ?? 1 >= 1 && event.ceilings.values.allSatisfy { $0 > .zero }
            }
            guard isUsable, Set(industry.events.map(\.id)).count == industry.events.count else {
                throw StandardsError(.invalidRule, subject: industry.id)
            }
        }
        self.id = id
        self.title = title
        self.deadlineHour = deadlineHour
        self.industries = industries
    }

    /// The event of an industry by its id; nil when the industry or the event is not in the list: no exemption.
    public func event(_ id: String, industry: String) -> Event? {
        industries.first { $0.id == industry }?.events.first { $0.id == id }
    }

    /// The last moment at which a mark for an hour may be made: 12:00 of the day after the one on which it starts.
    public func deadline(for hour: Period) -> Instant {
        Instant(beijing: hour.start.beijingDate.adding(days: 1), hour: deadlineHour)
    }

    /// Whether a mark was made in time. One made later is no objection: the data count as accepted (视为认可数据有效).
    public func isTimely(_ mark: DischargeMark, for hour: Period) -> Bool {
        mark.madeAt.map { $0 <= deadline(for: hour) } ?? true
    }

    /// This rule with the industries and events of another that it does not have; its own hold before those.
    public func joined(with other: DischargeMarkingRule) -> DischargeMarkingRule {
        var joined = industries
        for industry in other.industries {
            guard let place = joined.firstIndex(where: { $0.id == industry.id }) else {
                joined.append(industry)
                continue
            }
            let known = Set(joined[place].events.map(\.id))
            joined[place] = Industry(
                id: joined[place].id, name: joined[place].name,
                events: joined[place].events + industry.events.filter { !known.contains($0.id) })
        }
        return DischargeMarkingRule(joined, as: self)
    }

    /// A rule with other industries, which were checked already.
    private init(_ industries: [Industry], as rule: DischargeMarkingRule) {
        id = rule.id
        title = rule.title
        deadlineHour = rule.deadlineHour
        self.industries = industries
    }
}
