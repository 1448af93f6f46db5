extension MorningPage {
    /// Stations × hours of one day. Hours are labelled by their end, 1 to 24.
    package struct Matrix: Sendable {
        /// Heading, e.g. 昨日逐时 AQI.
        package let title: String
        /// Address of the day's review record; nil for none.
        package let reviewLogHref: String?
        /// Progress of review in words, e.g. 待核 3 时，已认可 12 时，存疑 1 时; nil when nothing is to be reviewed.
        package let reviewText: String?
        /// Column heads, 24 of them: 1 … 24.
        package let hours: [String]
        /// Stations in the order of the bureau's list.
        package let rows: [Row]
        /// Causes of missing hours that occur in `rows`, for the legend.
        package let missingCauses: [Cause]
        /// Said in place of the table when `rows` is empty: why it is empty and how to mend it.
        package let emptyReason: String

        /// One station.
        package struct Row: Sendable {
            package let station: String
            /// Address of the station's day.
            package let href: String
            /// 24 cells.
            package let cells: [Cell]
            /// Received ÷ expected hours, e.g. 96%.
            package let captureRate: String
            /// Valid ÷ expected hours, e.g. 92%.
            package let validRate: String
            /// True where too few hours are valid for a daily value.
            package let isIncomplete: Bool
        }

        /// One hour of one station.
        package struct Cell: Sendable {
            /// Address of the hour's page.
            package let href: String
            /// Address of the card of its AQI; nil where nothing was judged.
            package let explainHref: String?
            /// The number, or for a missing hour the letter of its cause, e.g. 断.
            package let text: String
            /// `l1` … `l6` by level, `na` where there are values but no AQI, `miss` for a missing hour, `later` for an hour not due.
            package let levelClass: String
            /// The whole cell in words, read by screen readers and shown under the matrix, e.g.
            /// 大寺镇 7时　AQI 168　中度污染　首要污染物 PM₁₀　待核：PM₁₀ 突跳，邻站均值 96.
            package let label: String
            /// `query` in doubt and waiting for review, `kept` accepted, `doubted` marked 存疑; nil for none.
            package let markClass: String?
            /// The mark as a sign, so that it is not colour alone: ? for query, ✓ for kept, × for doubted; nil for none.
            package let markText: String?
        }

        /// A cause of missing hours.
        package struct Cause: Sendable {
            /// The letter in the cell, e.g. 断.
            package let letter: String
            /// What it means, e.g. 断网或无报文.
            package let meaning: String
        }
    }
}
