import Hummingbird
import Monitoring
import Standards

/// Which alerts a page shows.
struct AlertQuery: Sendable {
    /// What of them.
    enum Show: String, CaseIterable, Sendable {
        case open
        case overdue
        case closed
        case suppressed
        case all

        var label: String {
            switch self {
            case .open: "待办"
            case .overdue: "超期"
            case .closed: "已办结"
            case .suppressed: "已抑制"
            case .all: "全部"
            }
        }
    }

    let show: Show
    let kind: AlertKind?
    /// Any day of it; nil for the month of today.
    let month: CivilDate?

    /// - Throws: `SiteError` with `.badParameter`.
    init(_ request: Request) throws(SiteError) {
        let query = RequestQuery(request)
        month = try query.month("month")
        if let text = query.text("show") {
            guard let show = Show(rawValue: text) else {
                throw SiteError(.badParameter, subject: "show", detail: text)
            }
            self.show = show
        } else {
            show = .open
        }
        if let text = query.text("kind") {
            guard let kind = AlertKind(rawValue: text) else {
                throw SiteError(.badParameter, subject: "kind", detail: text)
            }
            self.kind = kind
        } else {
            kind = nil
        }
    }

    /// The alerts raised in the month; open ones of earlier months are among what is open.
    func alerts(in context: PageContext) throws -> [Alert] {
        let period = Period.month(of: month ?? context.today)
        var alerts = try AlertStore.alerts(
            raisedFrom: period.start, to: period.end, in: context.connection)
        if month == nil, show == .open || show == .overdue {
            alerts = try AlertStore.open(in: context.connection)
        }
        let now = context.now.secondsSince1970 * 1_000
        return alerts.filter { alert in
            guard kind == nil || alert.kind == kind else { return false }
            switch show {
            case .open: return alert.isForPerson && alert.outcome == nil
            case .overdue: return alert.isOverdue(at: now)
            case .closed: return alert.outcome != nil
            case .suppressed: return !alert.suppressed.isEmpty
            case .all: return true
            }
        }
    }
}
