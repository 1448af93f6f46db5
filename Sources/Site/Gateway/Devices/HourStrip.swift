import Gateway

/// The last hours of a device as a strip drawn by the server: the height of a bar says how much came, a frame without
/// filling says that nothing did, a mark above it says that something could not be used.
struct HourStrip {
    /// A complete `<svg>` without styles, inserted as it is.
    let svg: String
    /// In words, e.g. 近 24 小时：齐全 20，不全 2，缺 2，误码 3.
    let words: String

    private static let pitch = 7
    private static let height = 22
    private static let floor = 21
    private static let greatest = 15

    init(_ hours: [HourCompleteness]) {
        var paths: [String: String] = [:]
        for (index, hour) in hours.enumerated() {
            let x = index * Self.pitch
            switch hour.state {
            case .full: paths["full", default: ""] += Self.bar(x, Self.greatest)
            case .partial:
                let share = hour.expected > 0 ? Self.greatest * hour.arrived / hour.expected : 0
                paths["part", default: ""] += Self.bar(x, max(3, min(Self.greatest - 4, share)))
            case .missing: paths["gap", default: ""] += Self.bar(x, Self.greatest)
            case .due, .none: paths["due", default: ""] += Self.bar(x, 1)
            }
            if hour.faults > 0 { paths["fault", default: ""] += "M\(x) 4h5l-2.5-4z" }
        }
        func count(_ state: HourCompleteness.State) -> Int { hours.count { $0.state == state } }
        let faults = hours.reduce(0) { $0 + $1.faults }
        words =
            "近 \(hours.count) 小时：齐全 \(count(.full))，不全 \(count(.partial))，缺 \(count(.missing))"
            + (faults > 0 ? "，误码 \(faults)" : "")
        let drawn = ["full", "part", "gap", "due", "fault"].compactMap { name in
            paths[name].map { "<path class=\"\(name)\" d=\"\($0)\"/>" }
        }
        let width = hours.count * Self.pitch
        svg =
            "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 \(width) \(Self.height)\" width=\"\(width)\" height=\"\(Self.height)\">"
            + "<title>\(words)</title>\(drawn.joined())</svg>"
    }

    private static func bar(_ x: Int, _ size: Int) -> String { "M\(x) \(floor)v-\(size)h5v\(size)z" }
}
