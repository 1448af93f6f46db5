/// Exceeded hours of an outlet that belong together.
///
/// Hours not judged between two exceeded ones do not end an episode but are counted; an hour in which every item that
/// exceeded is met does.
public struct ExceedanceEpisode: Hashable, Sendable {
    /// The verdicts on the items of one hour of an outlet.
    public struct Hour: Hashable, Sendable {
        /// When it starts.
        public let start: Instant
        /// The verdicts by item; an item that is not in it was not judged.
        public let verdicts: [DischargeItem: DischargeVerdict]

        /// Makes an hour.
        public init(start: Instant, verdicts: [DischargeItem: DischargeVerdict]) {
            self.start = start
            self.verdicts = verdicts
        }
    }

    /// The start of the first exceeded hour.
    public let start: Instant
    /// The end of the last exceeded hour.
    public private(set) var end: Instant
    /// Exceeded hours.
    public private(set) var exceededHours: Int
    /// Hours between them that were not judged.
    public private(set) var unjudgedHours: Int
    /// Every item that exceeded.
    public private(set) var items: Set<DischargeItem>
    /// The largest multiple; nil when only ranges were left.
    public private(set) var largestMultiple: Rational?
    /// The item of the largest multiple, else the first by name.
    public private(set) var decidingItem: DischargeItem
    /// The hour of the largest multiple, else the first.
    public private(set) var decidingHour: Instant

    /// Joins exceeded hours into episodes, in the order of time.
    ///
    /// - Throws: `.wrongOrder` unless every hour starts after the one before.
    public static func episodes(of hours: [Hour]) throws(StandardsError) -> [ExceedanceEpisode] {
        var episodes: [ExceedanceEpisode] = []
        var isOpen = false
        var last: Instant?
        for hour in hours {
            if let last, hour.start <= last {
                throw StandardsError(.wrongOrder, subject: "hours", value: hour.start.description)
            }
            last = hour.start
            let exceeded = hour.verdicts.filter(\.value.isExceeded)
            if !exceeded.isEmpty {
                if isOpen {
                    episodes[episodes.count - 1].extend(to: hour.start, exceeded)
                } else if let episode = ExceedanceEpisode(hour.start, exceeded) {
                    episodes.append(episode)
                    isOpen = true
                }
            } else if isOpen, episodes[episodes.count - 1].isEnded(by: hour) {
                isOpen = false
            }
        }
        return episodes
    }

    private init?(_ start: Instant, _ exceeded: [DischargeItem: DischargeVerdict]) {
        guard let first = exceeded.keys.min() else { return nil }
        self.start = start
        end = start.adding(seconds: 3_600)
        exceededHours = 1
        unjudgedHours = 0
        items = []
        decidingItem = first
        decidingHour = start
        weigh(exceeded, at: start)
    }

    private mutating func extend(to hour: Instant, _ exceeded: [DischargeItem: DischargeVerdict]) {
        exceededHours += 1
        unjudgedHours += max(0, Int(end.seconds(until: hour) / 3_600))
        end = hour.adding(seconds: 3_600)
        weigh(exceeded, at: hour)
    }

    private mutating func weigh(_ exceeded: [DischargeItem: DischargeVerdict], at hour: Instant) {
        for (item, verdict) in exceeded.sorted(by: { $0.key < $1.key }) {
            items.insert(item)
            guard case .exceeded(let multiple?) = verdict, multiple > largestMultiple ?? .zero else { continue }
            largestMultiple = multiple
            decidingItem = item
            decidingHour = hour
        }
    }

    private func isEnded(by hour: Hour) -> Bool { items.allSatisfy { hour.verdicts[$0] == .met } }
}
