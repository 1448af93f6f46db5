import Accounts
import Casework
import Ledger
import Records
import Standards
import Storage

/// 办件 in the API: where each stands, its clocks and what may be done next, worked out for the moment of the answer.
extension APIResources {
    static let matters = APIResource(
        name: "matters", title: "办件", right: .viewCasework,
        parameters: [
            APIParameter(name: "procedure", form: .text(60), title: "程序编号，如 PEN-GENERAL"),
            APIParameter(name: "state", form: .text(60), title: "所处状态，全名"),
            APIParameter(name: "handler", form: .text(64), title: "承办人的编号"),
            APIParameter(name: "q", form: .text(100), title: "检索词：名称中的一段"),
            APIParameter(name: "show", form: .choice(["running", "ended"]), title: "在办、已结束；不给则为全部"),
        ],
        fields: [
            APIField(name: "title", form: .text, title: "名称"),
            APIField(name: "procedure", form: .text, title: "程序编号"),
            APIField(name: "version", form: .date, title: "所用程序版本的施行日期"),
            APIField(name: "state", form: .text, title: "所处状态"),
            APIField(name: "ended", form: .flag, title: "是否已结束，或已并入另一件"),
            APIField(name: "opened", form: .time, title: "开始的时间"),
            APIField(name: "handler", form: .text, isOptional: true, title: "承办人的编号；尚未确定为 null"),
            APIField(name: "handlerName", form: .text, isOptional: true, title: "承办人姓名"),
            APIField(name: "unit", form: .text, title: "承办科室的编号"),
            APIField(name: "unitName", form: .text, isOptional: true, title: "承办科室的名称"),
            APIField(name: "record", form: .whole, title: "最近的台账记录"),
            APIField(
                name: "mergedInto", form: .text, isOptional: true, title: "并入的那一件的编号"),
            APIField(
                name: "clocks", form: .list(clockFields), isOptional: true,
                title: "全部时限，按开始的先后；程序的这一版本已不在规则目录时为 null"),
            APIField(
                name: "offers", form: .list(offerFields), isOptional: true,
                title: "下一步可以办的；程序的这一版本已不在规则目录时为 null"),
        ]
    ) { query, context in
        var wanted = MatterStore.Query()
        wanted.procedure = query.text("procedure")
        wanted.state = query.text("state")
        wanted.handler = query.text("handler")
        wanted.text = query.text("q")
        wanted.isRunning = query.text("show").map { $0 == "running" }
        let behind = query.after.map { MatterID(rawValue: $0) }
        let found = try MatterStore.matters(wanted, behind: behind, limit: query.limit + 1, in: context.connection)
        return try rows(found, context.casework.procedures, in: context)
    } item: { id, context in
        guard let row = try MatterStore.matter(MatterID(rawValue: id), in: context.connection) else { return nil }
        return try rows([row], context.casework.procedures, in: context).first
    }

    private static let clockFields = [
        APIField(name: "clock", form: .text, title: "名称"),
        APIField(
            name: "kind", form: .text, title: "limit 届满前须办完、wait 届满后才可办、before 须在某日之前若干日办、yearly 每年某日前须办"),
        APIField(name: "status", form: .text, title: "running 在计、paused 停算、in-time 按期办结、late 逾期办结"),
        APIField(name: "from", form: .date, title: "自这一天的次日起算"),
        APIField(name: "deadline", form: .date, title: "最后一日；停算中为假定今日恢复"),
        APIField(name: "earliest", form: .date, title: "最后一日最早可能是哪天，提醒以此为准"),
        APIField(name: "moment", form: .time, isOptional: true, title: "以小时计的，届满的时刻"),
        APIField(
            name: "provisional", form: .text, isOptional: true, title: "暂定的原因：年度节假日安排未录入；确定的为 null"),
        APIField(name: "left", form: .whole, title: "剩余，以 unit 计，到 earliest 为止；届满后为负"),
        APIField(name: "unit", form: .text, title: "working 工作日、calendar 日、months 月和 years 年（剩余以日计）、hours 小时"),
        APIField(name: "overdue", form: .flag, title: "是否逾期"),
        APIField(name: "step", form: .text, isOptional: true, title: "到了升级阶梯的哪一步；未到为 null"),
        APIField(name: "extensions", form: .whole, title: "已延长几次"),
        APIField(name: "basis", form: .text, title: "依据"),
    ]

    private static let offerFields = [
        APIField(name: "action", form: .text, title: "步骤的名称"),
        APIField(name: "to", form: .text, title: "办完后所处的状态"),
        APIField(name: "roles", form: .words, title: "可以办理的岗位的编号"),
        APIField(name: "outside", form: .text, isOptional: true, title: "由外部办理、本局登记的，是谁"),
        APIField(name: "missingSigners", form: .words, title: "尚须会签的岗位的编号，按先后"),
        APIField(name: "obstacle", form: .text, isOptional: true, title: "现在不能办的原因；没有为 null"),
        APIField(name: "obstacleCode", form: .text, isOptional: true, title: "同上，供程序判断"),
        APIField(name: "possibleFrom", form: .date, isOptional: true, title: "最早哪天可以办"),
        APIField(name: "basis", form: .text, title: "依据"),
    ]

    private static func rows(_ found: [MatterRow], _ book: ProcedureBook, in context: PageContext) throws -> [APIRow] {
        let engine = try context.casework.engine
        let people = Dictionary(
            try AccountStore.people(in: context.connection).map { ($0.id, $0.displayName) },
            uniquingKeysWith: { first, _ in first })
        let units = Dictionary(
            try AccountStore.units(in: context.connection).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        return try found.map { row in
            let history = try MatterStore.history(of: row.id, in: context.connection).map(\.entry)
            // Of a matter whose version is gone from the catalog its place is known, its clocks are not.
            let matter = try? engine.matter(history, now: context.now)
            let handler = row.standing.handler?.person
            return APIRow(
                id: row.id.rawValue,
                values: [
                    "title": .string(row.title), "procedure": .string(row.procedure),
                    "version": .string(row.version.description), "state": .string(row.standing.state),
                    "ended": .bool(row.standing.isEnded), "opened": .string(row.opened.description),
                    "handler": text(handler), "handlerName": text(handler.flatMap { people[$0] }),
                    "unit": .string(row.unit), "unitName": text(units[row.unit]),
                    "record": .integer(row.sequence), "mergedInto": text(matter?.mergedInto?.rawValue),
                    "clocks": matter.map { .array($0.clocks.map(clock)) } ?? .null,
                    "offers": matter.map { .array($0.offers.map { offer($0, people, on: context.today) }) } ?? .null,
                ])
        }
    }

    private static func clock(_ clock: RunningClock) -> CanonicalValue {
        let (run, deadline) = (clock.run, clock.deadline)
        let status =
            switch clock.status {
            case .running: "running"
            case .paused: "paused"
            case .stopped(_, let inTime): inTime ? "in-time" : "late"
            }
        return [
            "clock": .string(run.terms.name), "kind": .string(run.terms.kind.rawValue), "status": .string(status),
            "from": .string(run.countsFrom.description), "deadline": .string(deadline.day.description),
            "earliest": .string(deadline.earliest.description), "moment": text(deadline.moment?.description),
            "provisional": text(deadline.provisionalNote), "left": .integer(Int64(clock.left)),
            "unit": .string(run.length.unit.rawValue), "overdue": .bool(clock.isOverdue),
            "step": text(clock.step?.name), "extensions": .integer(Int64(run.extensions.count)),
            "basis": .string(run.terms.basis.text(on: run.started.beijingDate)),
        ]
    }

    private static func offer(
        _ offer: ActionOffer, _ people: [String: String], on today: CivilDate
    ) -> CanonicalValue {
        let (action, obstacle) = (offer.action, offer.obstacle)
        return [
            "action": .string(action.name), "to": .string(action.to),
            "roles": .array(action.roles.map(CanonicalValue.string)), "outside": text(action.outside),
            "missingSigners": .array(offer.missingSigners.map(CanonicalValue.string)),
            "obstacle": text(obstacle.map { $0.message { people[$0] ?? $0 } }),
            "obstacleCode": text(obstacle?.code.rawValue),
            "possibleFrom": text(obstacle?.possibleFrom?.description), "basis": .string(action.basis.text(on: today)),
        ]
    }

    private static func text(_ text: String?) -> CanonicalValue { text.map(CanonicalValue.string) ?? .null }
}
