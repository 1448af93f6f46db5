import Catalog
import Standards

/// Time without a value, or without any message, where values are due.
package struct MissingTest: Sendable, Hashable {
    package enum Need: String, Sendable, CaseIterable {
        /// A valid value.
        case value
        /// Any message, even one that says that there is no value.
        case message
    }

    static let keys = ["of", "suspect_hours", "fail_hours"]

    let need: Need
    /// Seconds.
    let suspect: Int?
    let fail: Int?

    package init(of need: Need, suspect: Int?, fail: Int? = nil) {
        self.need = need
        self.suspect = suspect
        self.fail = fail
    }

    init(_ parameters: CheckParameters) {
        self.init(
            of: parameters.choice("of", as: Need.self) ?? .value, suspect: parameters.hours("suspect_hours"),
            fail: parameters.hours("fail_hours"))
        parameters.needsOne(of: ["suspect_hours", "fail_hours"])
        parameters.needsOrder(["suspect_hours", "fail_hours"])
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        guard !series.isNotMonitored else { return }
        let step = Int64(series.step)
        let begin = field.due?.lowerBound.secondsSince1970 ?? series.starts.first ?? 0
        let end = field.due?.upperBound.secondsSince1970 ?? series.starts.last.map { $0 + step } ?? 0
        var covered = begin
        for index in 0..<series.count where isThere(index, in: series) {
            let start = series.starts[index]
            if start >= end { break }
            note(covered, min(start, end), &pad)
            covered = max(covered, start + step)
        }
        note(covered, end, &pad)
    }

    private func isThere(_ index: Int, in series: CheckSeries) -> Bool {
        switch need {
        case .value: series.values[index] != CheckSeries.missing || series.points[index].flag == "/"
        case .message: true
        }
    }

    private func note(_ from: Int64, _ to: Int64, _ pad: inout CheckPad) {
        let seconds = Int(to - from)
        guard seconds >= min(suspect ?? .max, fail ?? .max) else { return }
        pad.add(
            Period(start: Instant(secondsSince1970: from), seconds: seconds), value: nil,
            seconds >= fail ?? .max ? .fail : .suspect, .missing(seconds: seconds, isSilent: need == .message))
    }
}
