package import Standards

/// One result of a laboratory's report.
package struct LaboratoryRow: Sendable, Hashable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A sample's result.
        case sample
        /// The same sample measured once more (室内平行).
        case duplicate
        /// Clean water of the laboratory (室内空白).
        case blank
        /// The second sample taken beside it (现场平行).
        case parallel
        /// Clean water that was taken along (全程序空白).
        case fieldBlank = "field_blank"

        package var title: String {
            switch self {
            case .sample: "样品"
            case .duplicate: "室内平行"
            case .blank: "室内空白"
            case .parallel: "现场平行"
            case .fieldBlank: "全程序空白"
            }
        }
    }

    /// The line of the table, its head being line 1.
    package let line: Int
    /// The number on the bottle.
    package let sample: String
    package let item: String
    package let kind: Kind
    /// The result in the item's unit; for one below the detection limit that limit.
    package let value: ExactDecimal
    package let isBelowDetection: Bool
    /// The detection limit in the item's unit; nil where none is given.
    package let limit: ExactDecimal?
    package let method: String

    package init(
        line: Int, sample: String, item: String, kind: Kind, value: ExactDecimal, isBelowDetection: Bool,
        limit: ExactDecimal?, method: String
    ) {
        self.line = line
        self.sample = sample
        self.item = item
        self.kind = kind
        self.value = value
        self.isBelowDetection = isBelowDetection
        self.limit = limit
        self.method = method
    }

    /// As reports write it: `0.025L` below the detection limit.
    package var text: String { value.description + (isBelowDetection ? "L" : "") }
}
