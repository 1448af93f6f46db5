/// One water section: class month by month, and the items of one month.
package struct SectionPage: Sendable {
    package let frame: PageFrame
    package let name: String
    /// River, code, kind (国控/市控/区控), function, target with its source.
    package let identity: [LabelledText]
    package let state: DataState
    package let chart: ChartFragment
    /// Newest first.
    package let months: [MonthRow]
    /// The month whose items are shown, e.g. 2026年10月.
    package let monthText: String
    /// Items of that month, those over the target first.
    package let items: [ItemRow]
    /// Said when `items` is empty: why.
    package let itemsEmptyReason: String
    /// The last samples of that month, newest first.
    package let samples: [SampleRow]

    /// One month.
    package struct MonthRow: Sendable {
        /// E.g. 2026-10.
        package let month: String
        /// Address that shows the items of that month.
        package let href: String
        /// Class of the month, e.g. Ⅴ.
        package let className: String
        /// `w1` … `w6`, `wnone`, `wdry`.
        package let tone: String
        package let targetClass: String
        package let targetTone: String
        package let pollutants: String
        package let verdict: String
        /// `better`, `worse`, `plain`.
        package let verdictTone: String
        /// Number of samples.
        package let sampleCount: String
        /// Address of the card of the class; nil where nothing was judged.
        package let explainHref: String?
        /// True for the month whose items are shown.
        package let isShown: Bool
    }

    /// One item of the month.
    package struct ItemRow: Sendable {
        package let item: String
        package let unit: String
        /// Mean of the month as printed; <检出限 where below detection.
        package let value: String
        package let className: String
        package let tone: String
        /// Limit of the target class.
        package let limit: String
        /// Multiple over the limit, e.g. 0.1; — for none.
        package let multiple: String
        package let sampleCount: String
        /// Address of the import rows; nil for none.
        package let href: String?
        /// Address of the card of the month's class; nil where the item has none.
        package let explainHref: String?
        /// True where it decides the class.
        package let isDeciding: Bool
    }

    /// One sample, judged as it came.
    package struct SampleRow: Sendable {
        /// Start of its period, e.g. 10-31 20:00.
        package let time: String
        /// Real-time class, e.g. Ⅲ; — for none.
        package let className: String
        package let tone: String
        /// Items that decide it; — for none.
        package let deciding: String
        /// Address of the card of the class; nil where nothing was judged.
        package let explainHref: String?
    }
}
