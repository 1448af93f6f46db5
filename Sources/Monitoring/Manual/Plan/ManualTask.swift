package import Standards

/// A sampling that a plan asks for, with how far it has come. Nothing of it is stored: it follows from the plan, the sheets, the
/// reports and the moment.
package struct ManualTask: Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Its stretch has not begun.
        case ahead
        /// It may be sampled now.
        case due
        /// Its stretch is over and nothing was sampled.
        case overdue
        /// Could not be sampled, with a reason on record.
        case excused
        /// Sampled; items wait for a report.
        case sampled
        /// The same, and the report's time is over.
        case reportOverdue
        /// All items are there; not all are issued.
        case reviewing
        /// Every item is issued.
        case done

        package var title: String {
            switch self {
            case .ahead: "未到期"
            case .due: "待采样"
            case .overdue: "逾期未采"
            case .excused: "无法采样"
            case .sampled: "待报告"
            case .reportOverdue: "报告逾期"
            case .reviewing: "审核中"
            case .done: "已完成"
            }
        }
    }

    package let id: ManualTaskID
    /// The days in which it is to be sampled.
    package let window: ClosedRange<CivilDate>
    package let items: [String]
    package let state: State
    /// The sheet that stands; nil before it was sampled.
    package let sheet: ManualSheet?
    /// Items without a value in any report or sheet that stands.
    package let missing: [String]
    /// The last day for the report; nil before it was sampled and where none is needed.
    package let reportDue: CivilDate?
    /// When all its items were there; nil as long as they are not.
    package let deliveredOn: CivilDate?
    /// Why it could not be sampled; nil where it could.
    package let excuse: String?

    /// Whether it was sampled after its stretch.
    package var isLate: Bool { sheet.map { $0.sampled.beijingDate > window.upperBound } ?? false }

    /// Whether the report came after its day; nil where none was needed or it has not come.
    package var isReportLate: Bool? {
        guard let reportDue, let deliveredOn else { return nil }
        return deliveredOn > reportDue
    }
}
