package import Standards

/// A value that changed faster than it can, by the time that really passed.
package struct RateTest: Sendable, Hashable {
    static let keys = ["suspect", "fail", "longest_gap"]

    /// In the item's unit per hour.
    let suspect: ExactDecimal?
    let fail: ExactDecimal?
    /// Seconds between two starts up to which values are compared; nil for one step.
    let longestGap: Int?

    package init(suspect: ExactDecimal?, fail: ExactDecimal? = nil, longestGap: Int? = nil) {
        self.suspect = suspect
        self.fail = fail
        self.longestGap = longestGap
    }

    init(_ parameters: CheckParameters) {
        self.init(
            suspect: parameters.above("suspect"), fail: parameters.above("fail"),
            longestGap: parameters.seconds("longest_gap"))
        parameters.needsOne(of: ["suspect", "fail"])
        parameters.needsOrder(["suspect", "fail"])
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        var bounds = RateBounds(self, scale: series.scale)
        series.forEachStep(in: pad.places, longestGap: Int64(longestGap ?? series.step)) { index, before in
            let size = abs(series.values[index] - series.values[before])
            let seconds = Int(series.starts[index] - series.starts[before])
            guard let grade = bounds.grade(size, seconds: seconds) else { return }
            pad.add(index, grade, .rate(from: series.decimal(before), seconds: seconds))
        }
    }
}

/// The bounds of a rate for one length of time; steps are mostly equal, so that they are made once.
private struct RateBounds {
    private let test: RateTest
    private let scale: Int
    private var seconds = -1
    private var suspicious = Int64.max
    private var failing = Int64.max

    init(_ test: RateTest, scale: Int) {
        self.test = test
        self.scale = scale
    }

    /// `size / (seconds / 3,600) > bound`, without a division.
    mutating func grade(_ size: Int64, seconds: Int) -> CheckGrade? {
        if seconds != self.seconds {
            self.seconds = seconds
            suspicious = test.suspect.map { CheckBound.floor($0, scale: scale, times: seconds) } ?? .max
            failing = test.fail.map { CheckBound.floor($0, scale: scale, times: seconds) } ?? .max
        }
        let hourly = size.multipliedReportingOverflow(by: 3_600)
        let change = hourly.overflow ? .max - 1 : hourly.partialValue
        return change > failing ? .fail : change > suspicious ? .suspect : nil
    }
}
