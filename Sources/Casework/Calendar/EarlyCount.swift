import Standards

/// Counts workdays as if make-up workdays of a year without notice fell as early as they could.
struct EarlyCount {
    private var left: Int
    private let makeUpDays: Int
    private var taken: [Int: Int] = [:]
    /// The day on which the count ends; nil while it goes on.
    private(set) var end: CivilDate?

    init(left: Int, makeUpDays: Int) {
        self.left = left
        self.makeUpDays = makeUpDays
    }

    mutating func count(_ day: CivilDate, isWorkday: Bool, isNoticed: Bool) {
        guard end == nil else { return }
        if !isWorkday {
            guard !isNoticed, taken[day.year, default: 0] < makeUpDays else { return }
            taken[day.year, default: 0] += 1
        }
        left -= 1
        if left == 0 { end = day }
    }
}
