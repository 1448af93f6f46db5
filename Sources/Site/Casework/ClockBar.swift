import Casework
import Catalog
import Standards

/// A clock of a matter as a bar: what has gone by, when it rested, where it ends, and on what it rests.
package struct ClockBar: Sendable {
    package let name: String
    /// E.g. 还有 12 个工作日，2026-12-15 届满.
    package let standing: String
    /// The step of the ladder that it has reached; nil while none.
    package let step: String?
    /// `bad` behind its end, `warn` when it nears, `calm` otherwise, `done` when it ended.
    package let tone: String
    /// 暂定: the notice of days off is missing.
    package let provisional: String?
    package let basis: String
    /// Rests and extensions in words.
    package let notes: [String]
    /// Percent of the width that has gone by.
    package let elapsed: Int
    package let pauses: [Pause]

    /// A rest within the bar, in per cent of its width.
    package struct Pause: Sendable {
        package let x: Int
        package let width: Int
    }

    init(_ clock: RunningClock, _ names: CaseworkNames, now: Instant) {
        let run = clock.run
        name = run.terms.name
        let end = clock.deadline.day
        let start = run.countsFrom
        let whole = max(1, start.days(until: end))
        func place(_ day: CivilDate) -> Int { max(0, min(100, start.days(until: day) * 100 / whole)) }
        elapsed = place((run.stopped ?? now).beijingDate)
        pauses = run.pauses.map { rest in
            let from = place(rest.from.beijingDate)
            let to = place((rest.to ?? now).beijingDate)
            return Pause(x: from, width: max(1, to - from))
        }
        step = clock.step?.name
        provisional = clock.deadline.provisionalNote
        basis =
            run.terms.basis.text(on: run.started.beijingDate) + (run.terms.confidence == .official ? "" : "（数字未核对原文）")
        (standing, tone) = Self.standing(clock)
        notes =
            run.pauses.map { rest in
                "因\(rest.ground)停算：\(rest.from.beijingDate) 至 \(rest.to.map { $0.beijingDate.description } ?? "今")"
            }
            + run.extensions.map { granted in
                let who = granted.person.isEmpty ? "" : "，\(names.person(granted.person))批准"
                return "延长\(granted.length)\(who)" + (granted.reason.isEmpty ? "" : "：\(granted.reason)")
            }
    }

    /// What is to be read at first sight, and how urgent it is.
    static func standing(_ clock: RunningClock) -> (text: String, tone: String) {
        let day = clock.deadline.day
        let end = clock.deadline.moment.map { "\($0.minuteText)" } ?? "\(day)"
        let unit =
            switch clock.run.length.unit {
            case .working: "个工作日"
            case .hours: "小时"
            default: "天"
            }
        switch clock.status {
        case .stopped(let moment, let inTime):
            return ("\(moment.beijingDate) 办结" + (inTime ? "" : "，超过 \(end) 的期限"), inTime ? "done" : "bad")
        case .paused(let grounds): return ("停算中（\(grounds.joined(separator: "、"))），如今日恢复则 \(end) 届满", "calm")
        case .running:
            if clock.run.terms.kind == .wait {
                return clock.isPast ? ("\(end) 已满", "done") : ("等待期至 \(end)，还有 \(clock.left) \(unit)", "calm")
            }
            if clock.isOverdue { return ("已超期 \(-clock.left) \(unit)，\(end) 届满", "bad") }
            let tone = clock.step == nil ? "calm" : "warn"
            return ("还有 \(clock.left) \(unit)，\(end) 届满", tone)
        }
    }
}

extension RunningClock {
    /// Whether its earliest end lies behind.
    var isPast: Bool { left < 0 }

    /// Whether somebody must still do what it is for.
    var isOpen: Bool {
        if case .stopped = status { return false }
        return run.terms.kind != .wait
    }
}
