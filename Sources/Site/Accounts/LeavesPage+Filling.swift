import Accounts
import Records
import Standards

extension LeavesPage {
    /// Leaves that are listed; older ones stand in the records.
    private static let greatestCount = 200

    /// The form as it was typed.
    struct Typed: Sendable {
        var person = ""
        var substitute = ""
        var from = ""
        var to = ""

        init() {}

        init(_ fields: FormFields) {
            person = fields.first("person") ?? ""
            substitute = fields.first("substitute") ?? ""
            from = fields.first("from") ?? ""
            to = fields.first("to") ?? ""
        }
    }

    init(_ typed: Typed = Typed(), error: String? = nil, in context: PageContext) throws {
        let connection = context.connection
        let people = try AccountStore.people(in: connection)
        let names = Dictionary(people.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
        let units = Dictionary(
            try AccountStore.units(in: connection).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let mayManage = context.services.visitor.may(AccountActions.manage)
        let leaves = try AccountStore.leaves(limit: Self.greatestCount, in: connection)
        func choices(_ chosen: String) -> [ReviewForm.Choice] {
            [ReviewForm.Choice(value: "", label: "（请选择）", isChosen: chosen.isEmpty)]
                + people.map { person in
                    let unit = units[person.unit] ?? ""
                    return ReviewForm.Choice(
                        value: person.id, label: "\(person.displayName)（\(unit)）", isChosen: person.id == chosen)
                }
        }
        let present = leaves.count { $0.days.contains(context.today) }
        self.init(
            frame: PageFrame("请假与代理", in: context, at: .leaves),
            countText: "今天请假 \(present) 人，共列出 \(leaves.count) 次", action: SiteURL.leaves.path,
            token: context.services.formToken.text,
            rows: leaves.map { leave in
                Self.row(leave, names, mayManage: mayManage, on: context.today)
            },
            form: mayManage
                ? Form(
                    people: choices(typed.person), substitutes: choices(typed.substitute), fromISO: typed.from,
                    toISO: typed.to) : nil, error: error)
    }

    private static func row(_ leave: Leave, _ names: [String: String], mayManage: Bool, on today: CivilDate) -> Row {
        let (first, last) = (leave.days.lowerBound, leave.days.upperBound)
        let (state, label): (String, String?) =
            first > today ? ("未开始", "取消") : last < today ? ("已结束", nil) : ("请假中", first == today ? "取消" : "提前结束")
        return Row(
            name: names[leave.person] ?? leave.person, href: SiteURL.person(leave.person).path,
            substitute: names[leave.substitute] ?? leave.substitute,
            substituteHref: SiteURL.person(leave.substitute).path, daysText: "\(first) 至 \(last)", state: state,
            recordHref: SiteURL.record(leave.record).path,
            end: mayManage ? label.map { End(label: $0, person: leave.person, first: first.description) } : nil)
    }
}
