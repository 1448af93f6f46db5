/// What quality control of a report shows.
package struct ManualQualityFinding: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case parallel, duplicate, blank, fieldBlank
        /// Fewer field blanks than a report needs.
        case fewBlanks
        /// Fewer field parallels than a report needs.
        case fewParallels

        package var title: String {
            switch self {
            case .parallel: "现场平行"
            case .duplicate: "室内平行"
            case .blank: "室内空白"
            case .fieldBlank: "全程序空白"
            case .fewBlanks: "空白数量"
            case .fewParallels: "平行样数量"
            }
        }
    }

    package let kind: Kind
    package let item: String
    /// The numbers, the deviation and its bound, in words.
    package let text: String
    package let isGood: Bool
}
