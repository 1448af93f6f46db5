import ArgumentParser
import Standards

/// Which packets of the log.
struct PacketSelection: ParsableArguments {
    @Option(help: ArgumentHelp("设备编号", valueName: "MN"))
    var mn: String?

    @Option(help: ArgumentHelp("收到时间不早于，如 2026-11-21T08:00:00+08:00", valueName: "时间"))
    var from: String?

    @Option(help: ArgumentHelp("收到时间早于", valueName: "时间"))
    var to: String?

    func validate() throws {
        for (option, text) in [("--from", from), ("--to", to)] {
            guard let text, Instant(text) == nil else { continue }
            throw ValidationError("\(option) 的“\(text)”不是时间，应如 2026-11-21T08:00:00+08:00")
        }
        guard let start = from.flatMap({ Instant($0) }), let end = to.flatMap({ Instant($0) }), end < start else {
            return
        }
        throw ValidationError("--to 的时间早于 --from")
    }

    /// The device's number as the log knows it; nil for all.
    var device: String? { mn?.uppercased() }

    /// The times of receipt in milliseconds since 1970-01-01T00:00:00Z.
    var received: Range<Int64> {
        let start = from.flatMap { Instant($0) }.map { $0.secondsSince1970 * 1000 } ?? .min
        return start..<(to.flatMap { Instant($0) }.map { max(start, $0.secondsSince1970 * 1000) } ?? .max)
    }
}
