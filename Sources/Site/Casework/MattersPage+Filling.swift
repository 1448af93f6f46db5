import Accounts
import Casework
import Catalog
import Records
import Standards
import Storage

extension MattersPage {
    /// Matters a page.
    private static let pageLength = 50
    /// Matters on a board; more than that nobody sees at a glance.
    private static let boardLength = 300

    init(_ query: MatterQuery, in context: PageContext) throws {
        let connection = context.connection
        let names = try CaseworkNames(in: context)
        let book = try context.casework.procedures
        let engine = try context.casework.engine
        var stored = MatterStore.Query()
        stored.procedure = query.procedure.isEmpty ? nil : query.procedure
        stored.state = query.state.isEmpty ? nil : query.state
        stored.text = query.text.isEmpty ? nil : query.text
        stored.isRunning = query.show == "all" ? nil : query.show != "ended"
        if query.isMine, case .signedIn(let person) = context.services.visitor { stored.handler = person.person.id }
        let count = try MatterStore.count(stored, in: connection)
        let isBoard = query.view == .board
        let numbers = PageNumbers(query.page, of: count, length: isBoard ? Self.boardLength : Self.pageLength) { page in
            query.url { $0.page = page }.path
        }
        let found = try MatterStore.matters(
            stored, limit: numbers.range.count, offset: numbers.range.lowerBound, in: connection)
        let rows = try found.map { matter in
            (matter.standing.state, try Self.row(matter, engine, names, in: context))
        }
        let titles = book.procedures.filter { $0.header.effective.contains(context.today) }
        let mayAct = context.services.visitor.may(CaseworkActions.act)
        self.init(
            frame: PageFrame("办件", in: context, at: .matters), countText: "共 \(count) 件",
            newHref: mayAct ? SiteURL(.newMatter).path : nil, listHref: query.url { $0.view = .list }.path,
            boardHref: query.url { $0.view = .board }.path,
            statisticsHref: SiteURL.report("casework-yearly", String(context.today.year)).path,
            isBoard: isBoard, action: SiteURL(.matters).path,
            text: query.text, view: query.view.rawValue,
            procedures: [ReviewForm.Choice(value: "", label: "全部程序", isChosen: query.procedure.isEmpty)]
                + titles.map {
                    ReviewForm.Choice(value: $0.id, label: $0.header.title, isChosen: $0.id == query.procedure)
                },
            shows: [("running", "在办"), ("ended", "已结"), ("all", "全部")].map {
                ReviewForm.Choice(value: $0.0, label: $0.1, isChosen: $0.0 == query.show)
            }, isMine: query.isMine, rows: isBoard ? [] : rows.map(\.1), pager: numbers.pager,
            columns: isBoard ? Self.columns(rows, titles.first { $0.id == query.procedure }) : [],
            emptyReason: query.text.isEmpty && query.procedure.isEmpty ? "没有在办的办件。" : "没有符合条件的办件。",
            counts: Self.counts(rows.map(\.1)))
    }

    /// What a list shows of a matter.
    static func row(
        _ matter: MatterRow, _ engine: ProcedureEngine, _ names: CaseworkNames, in context: PageContext
    ) throws -> Row {
        let history = try MatterStore.history(of: matter.id, in: context.connection).map(\.entry)
        let now = try engine.matter(history, now: context.now)
        let urgent = now.urgentClock
        let standing = urgent.map(ClockBar.standing)
        return Row(
            title: matter.title, href: SiteURL.matter(matter.id).path, procedure: now.procedure.header.title,
            state: matter.standing.state, handler: matter.standing.handler.map { names.person($0.person) } ?? "未指定",
            opened: matter.opened.beijingDate.description, clock: standing?.text, clockName: urgent?.run.terms.name,
            step: urgent?.step?.name, tone: standing?.tone ?? "calm")
    }

    /// The stages of one procedure in its order, or those that occur.
    private static func columns(_ rows: [(String, Row)], _ procedure: Procedure?) -> [Column] {
        var states = procedure?.states.filter { !$0.isEnd }.map(\.name) ?? []
        for (state, _) in rows where !states.contains(state) { states.append(state) }
        return states.map { state in
            let own = rows.filter { $0.0 == state }.map(\.1)
            return Column(state: state, count: own.count, rows: own)
        }
    }

    private static func counts(_ rows: [Row]) -> [LabelledText] {
        var counts: [(String, Int)] = []
        for row in rows {
            guard let step = row.step else { continue }
            if let place = counts.firstIndex(where: { $0.0 == step }) {
                counts[place].1 += 1
            } else {
                counts.append((step, 1))
            }
        }
        return counts.map { LabelledText(label: $0.0, value: "\($0.1) 件", href: nil) }
    }
}

extension Matter {
    /// The clock by whose end something must be done first; nil where none runs.
    var urgentClock: RunningClock? {
        clocks.filter(\.isOpen).min { left, right in
            (left.deadline.moment?.beijingDate ?? left.deadline.earliest)
                < (right.deadline.moment?.beijingDate ?? right.deadline.earliest)
        }
    }
}
