/// Counts the hours of marked events: of the event that is running, and of all events of the year.
///
/// Hours that follow each other with the same mark are one event. Its time passes also in hours without a valid value.
struct DischargeEventClock {
    private var event: String?
    private var lastStart: Instant?
    private var hours = 0
    private var year: Int?
    private var yearHours = 0

    /// Takes the next hour; hours come in the order of time. Nil is an hour without a mark that counts.
    mutating func take(_ event: String?, at start: Instant) {
        if year != start.beijingDate.year {
            year = start.beijingDate.year
            yearHours = 0
        }
        let follows = lastStart.map { $0.adding(seconds: 3_600) == start } ?? false
        hours = event == nil ? 0 : (follows && event == self.event ? hours + 1 : 1)
        if event != nil { yearHours += 1 }
        self.event = event
        lastStart = start
    }

    /// Hours used, the present one included, and the hours given; nil when the event is given none.
    func time(of event: DischargeMarkingRule.Event, perYear: Int?) -> (used: Int, limit: Int)? {
        switch (event.maximumHours, perYear) {
        case (let limit?, let perYear?) where hours <= limit: (yearHours, perYear)
        case (let limit?, _): (hours, limit)
        case (nil, let perYear?): (yearHours, perYear)
        case (nil, nil): nil
        }
    }
}
