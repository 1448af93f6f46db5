import Standards

/// Values that their device marked: what each mark of its edition of HJ 212 makes of a value.
///
/// Equal marks one after another are one finding. A mark that the edition does not have is asked about, never taken for normal.
package struct FlagTest: Sendable {
    static let keys = ["edition"]

    let edition: DischargeFlagRule

    init(_ edition: DischargeFlagRule) {
        self.edition = edition
    }

    init?(_ parameters: CheckParameters) {
        guard let edition = parameters.flagRule("edition") else { return nil }
        self.init(edition)
    }

    func run(_ pad: inout CheckPad) {
        let series = pad.series
        var open: ClosedRange<Int>?
        for index in 0..<series.count {
            let flag = series.points[index].flag
            if let run = open, series.points[run.lowerBound].flag == flag,
                series.starts[index] - series.starts[index - 1] <= Int64(series.step)
            {
                open = run.lowerBound...index
                continue
            }
            if let run = open { report(run, &pad) }
            open = Self.saysNothing(flag) ? nil : index...index
        }
        if let run = open { report(run, &pad) }
    }

    /// Blanks of files and items that are not monitored are no marks of a device.
    private static func saysNothing(_ flag: String) -> Bool {
        flag.isEmpty || flag == "N" || flag == "NA" || flag == "/"
    }

    private func report(_ run: ClosedRange<Int>, _ pad: inout CheckPad) {
        let letter = pad.series.points[run.lowerBound].flag
        guard let flag = edition.flags[letter] else {
            pad.add(run, .suspect, .unknownFlag(letter))
            return
        }
        guard flag.validity != .valid else { return }
        pad.add(
            run, flag.validity == .invalidDevice ? .fail : .suspect,
            .flagged(letter, name: flag.name, hintsAtExceedance: flag.hintsAtExceedance))
    }
}
