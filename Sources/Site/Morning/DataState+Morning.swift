import Reporting

extension DataState {
    /// The state of the morning: rates are the figures of the whole district.
    init(morning: MorningSheet, in context: PageContext) {
        let sheet = DataState(air: morning.air, in: context)
        self.init(
            cutoff: sheet.cutoff,
            captureRate: morning.figures.received.isPresent ? morning.figures.received.screenTextWithUnit : nil,
            validRate: morning.figures.usable.isPresent ? morning.figures.usable.screenTextWithUnit : nil,
            standard: sheet.standard, standardHref: sheet.standardHref, review: sheet.review,
            isUnreviewed: sheet.isUnreviewed)
    }
}
