import Casework
import Catalog
import Standards
import Storage

/// Every clock that asks for something to be done, of all matters that go on, with the level on which it stands.
struct ClockOverview {
    /// Matters asked for at once.
    private static let pageSize = 500
    /// Matters looked through; the page says so where there are more.
    static let greatestCount = 5_000

    /// Where a clock stands: what the ladder says, or that it says nothing.
    enum Level: Hashable {
        /// A step of the ladder by its name.
        case step(String)
        /// No step is reached yet.
        case calm
        /// It rests.
        case resting

        /// On screen, and in addresses.
        var title: String {
            switch self {
            case .step(let name): name
            case .calm: "未到提示"
            case .resting: "停算中"
            }
        }
    }

    /// A clock with its matter.
    struct Entry {
        let row: MatterRow
        let procedure: String
        let clock: RunningClock
        let level: Level
    }

    /// The nearest end first, whatever is over at the head; what rests stands at the foot.
    let entries: [Entry]
    /// Matters whose version of the procedure is gone from the catalog: nobody can say their clocks.
    let unreadable: [MatterRow]
    /// Whether there are more matters than were looked through.
    let isCut: Bool
    /// The levels from the gravest down.
    let levels: [Level]

    init(in context: PageContext) throws {
        let book = try context.casework.procedures
        let engine = try context.casework.engine
        var query = MatterStore.Query()
        query.isRunning = true
        var (entries, unreadable): ([Entry], [MatterRow]) = ([], [])
        var offset = 0
        while offset < Self.greatestCount {
            let rows = try MatterStore.matters(query, limit: Self.pageSize, offset: offset, in: context.connection)
            for row in rows {
                let history = try MatterStore.history(of: row.id, in: context.connection).map(\.entry)
                guard let matter = try? engine.matter(history, now: context.now) else {
                    unreadable.append(row)
                    continue
                }
                entries += Self.entries(of: matter, row)
            }
            offset += rows.count
            if rows.count < Self.pageSize { break }
        }
        self.entries = entries.sorted { Self.comesFirst($0, $1) }
        self.unreadable = unreadable
        isCut = offset >= Self.greatestCount
        levels = Self.steps(book.ladders).reversed().map(Level.step) + [.calm, .resting]
    }

    private static func entries(of matter: Matter, _ row: MatterRow) -> [Entry] {
        matter.clocks.compactMap { clock in
            // Time that has to pass before something may be done asks nobody to do anything.
            guard clock.run.terms.kind != .wait else { return nil }
            let level: Level
            switch clock.status {
            case .stopped: return nil
            case .paused: level = .resting
            case .running: level = clock.step.map { .step($0.name) } ?? .calm
            }
            return Entry(row: row, procedure: matter.procedure.header.title, clock: clock, level: level)
        }
    }

    private static func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
        let rests = (left.level == .resting, right.level == .resting)
        if rests.0 != rests.1 { return rests.1 }
        let ends = (end(left), end(right))
        return ends.0 != ends.1 ? ends.0 < ends.1 : left.row.id.rawValue < right.row.id.rawValue
    }

    /// The earliest possible end: the moment, or that of the last day.
    private static func end(_ entry: Entry) -> Instant {
        entry.clock.deadline.moment ?? Instant(beijing: entry.clock.deadline.earliest.adding(days: 1))
    }

    /// The steps that clocks reach by themselves on any ladder, from the lowest up, each ladder's order kept.
    static func steps(_ ladders: [String: Ladder]) -> [String] {
        var names: [String] = []
        for ladder in ladders.values.sorted(by: { $0.id < $1.id }) {
            var place = 0
            for step in ladder.steps where !step.isByPerson {
                if let known = names.firstIndex(of: step.name) {
                    place = known + 1
                } else {
                    names.insert(step.name, at: place)
                    place += 1
                }
            }
        }
        return names
    }
}
