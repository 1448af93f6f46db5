/// How far a plan has come, counted over its tasks.
package struct ManualCompletion: Sendable, Hashable {
    /// All tasks of the year.
    package private(set) var planned = 0
    /// Those whose stretch is over or that were sampled already, without the excused ones.
    package private(set) var expected = 0
    package private(set) var sampled = 0
    /// Sampled after their stretch.
    package private(set) var late = 0
    package private(set) var overdue = 0
    package private(set) var excused = 0
    package private(set) var done = 0
    /// Tasks of which a report was due or has come.
    package private(set) var reportsDue = 0
    package private(set) var reportsOnTime = 0
    package private(set) var reportsLate = 0
    package private(set) var reportsOverdue = 0

    package init(_ tasks: [ManualTask]) {
        for task in tasks {
            planned += 1
            switch task.state {
            case .excused: excused += 1
            case .overdue: overdue += 1
            case .done: done += 1
            case .reportOverdue: reportsOverdue += 1
            case .ahead, .due, .sampled, .reviewing: break
            }
            if task.sheet != nil { sampled += 1 }
            if task.sheet != nil || task.state == .overdue { expected += 1 }
            if task.isLate { late += 1 }
            switch task.isReportLate {
            case true?: reportsLate += 1
            case false?: reportsOnTime += 1
            case nil: break
            }
        }
        reportsDue = reportsOnTime + reportsLate + reportsOverdue
    }
}
