import Accounts
import Casework
import Records
import Standards
import Storage

extension MatterActPage {
    init(_ id: String, _ kind: MatterActKind, _ fields: FormFields?, error: String?, in context: PageContext) throws {
        let reading = try MatterReading(id, in: context)
        let form = try MatterActForm(kind, reading, fields, in: context)
        self.init(
            frame: PageFrame(
                kind.title, in: context, at: .matters,
                path: [Breadcrumb(label: reading.row.title, href: SiteURL.matter(reading.row.id).path)]),
            heading: kind.title, hint: form.hint, matterTitle: reading.row.title,
            matterHref: SiteURL.matter(reading.row.id).path,
            action: SiteURL.matterAct(reading.row.id, kind).path, token: context.services.formToken.text,
            follows: String(reading.row.sequence), error: error, inputs: form.inputs, selects: form.selects)
    }
}

/// The fields of an act.
private struct MatterActForm {
    private let reading: MatterReading
    private let fields: FormFields?
    private let names: CaseworkNames
    private let context: PageContext
    private(set) var hint = ""
    private(set) var inputs: [FormInput] = []
    private(set) var selects: [MatterActPage.Select] = []

    init(_ kind: MatterActKind, _ reading: MatterReading, _ fields: FormFields?, in context: PageContext) throws {
        self.reading = reading
        self.fields = fields
        self.context = context
        names = try CaseworkNames(in: context)
        switch kind {
        case .transfer, .join, .delegate: try fillPeople(kind)
        case .opinion, .sign, .sendBack, .withdraw: fillWords(kind)
        case .pause, .resume, .extend: fillClocks(kind)
        case .merge:
            hint = "本件并入另一办件，不再单独办理；在计的时限一并带去，按先届满的计算。"
            selects = [select("other", "并入", try Self.others(reading, in: context))]
        case .escalate:
            hint = "记录已经做过的督办、约谈或者移送；系统不自行问责。"
            selects = [
                select("clock", "超期时限", clocks(\.isOverdue)),
                select("step", "做法", try Self.ladder(reading.matter, in: context)),
            ]
            inputs = [
                FormInput("authority", "授权或者决定的机关", .line, value: typed("authority"), isRequired: false),
                FormInput("papers", "文书", .long, value: typed("papers"), isRequired: false, hint: "一行一件"),
            ]
        }
    }

    private mutating func fillPeople(_ kind: MatterActKind) throws {
        hint =
            switch kind {
            case .transfer: "承办人改变，时限不变。"
            case .join: "协办单位的意见在需要时须先提出。"
            default: "在所定日期内由受托人以本岗位办理，记下两个人。"
            }
        selects = [select("person", kind == .join ? "协办人" : "交给", try Self.people(names, in: context))]
        if kind == .transfer { inputs = [reason()] }
        if kind == .delegate { inputs = [day("from", "第一天"), day("to", "最后一天")] }
    }

    private mutating func fillWords(_ kind: MatterActKind) {
        let matter = reading.matter
        switch kind {
        case .opinion:
            hint = "以本单位名义。"
            inputs = [FormInput("words", "意见", .long, value: typed("words"), isRequired: true)]
        case .sign:
            hint = "按顺序会签；有不同意见的，该步骤须退回后重新会签。"
            let waiting = matter.offers.filter { !$0.missingSigners.isEmpty }.map {
                ($0.action.name, "\($0.action.name)（待\(names.posts($0.missingSigners))）")
            }
            selects = [select("action", "会签事项", waiting), select("agrees", "意见", [("1", "同意"), ("0", "不同意")])]
            inputs = [FormInput("words", "说明", .long, value: typed("words"), isRequired: false)]
        case .sendBack:
            hint = "退回后的步骤须重新办理；时限照常计算，不因退回重新起算。"
            selects = [select("to", "退回到", matter.path.dropLast().reversed().map { ($0, $0) })]
            inputs = [reason()]
        default:
            hint = "只能撤回本人刚办的一步，其后没有其他办理。"
            inputs = [reason()]
        }
    }

    private mutating func fillClocks(_ kind: MatterActKind) {
        func grounds(_ of: (RunningClock) -> [String]) -> [(String, String)] {
            running.flatMap { clock in
                of(clock).map { ("\(clock.run.terms.name)|\($0)", "\(clock.run.terms.name)：\($0)") }
            }
        }
        switch kind {
        case .pause:
            hint = "只能因所列法定事由停算；停算自事由发生次日起。"
            selects = [select("clock", "时限和事由", grounds { $0.run.terms.pauses.map(\.ground) })]
            inputs = [day("day", "事由发生之日")]
        case .resume:
            hint = "停算事由消除后恢复计算。"
            selects = [select("clock", "时限和事由", grounds(\.run.openGrounds))]
            inputs = [day("day", "事由消除之日")]
        default:
            hint = "须在届满前由有权岗位批准。"
            selects = [select("clock", "时限", clocks { $0.run.extensions.count < $0.run.terms.extensions.count })]
            inputs = [reason("批准理由")]
        }
    }

    private var running: [RunningClock] {
        reading.matter.clocks.filter { if case .stopped = $0.status { false } else { true } }
    }

    private func clocks(_ condition: (RunningClock) -> Bool) -> [(String, String)] {
        running.filter(condition).map { ($0.run.terms.name, $0.run.terms.name) }
    }

    private func typed(_ name: String) -> String { fields?.first(name) ?? "" }

    private func select(_ name: String, _ label: String, _ options: [(String, String)]) -> MatterActPage.Select {
        MatterActPage.Select(
            name: name, label: label,
            options: [ReviewForm.Choice(value: "", label: "（请选择）", isChosen: typed(name).isEmpty)]
                + options.map { ReviewForm.Choice(value: $0.0, label: $0.1, isChosen: $0.0 == typed(name)) })
    }

    private func reason(_ label: String = "原因") -> FormInput {
        FormInput("reason", label, .long, value: typed("reason"), isRequired: true)
    }

    private func day(_ name: String, _ label: String) -> FormInput {
        let value = typed(name)
        return FormInput(
            name, label, .date, value: value.isEmpty ? context.today.description : value, isRequired: true)
    }

    /// Everybody in a post of casework, with the post.
    private static func people(_ names: CaseworkNames, in context: PageContext) throws -> [(String, String)] {
        let rules = try AccountRules(context.catalog, on: context.today)
        let acting = Set(rules.roles.filter { $0.rights.contains(CaseworkActions.act) }.map(\.id))
        return try AccountStore.accounts(in: context.connection).filter { !$0.isDisabled }.flatMap { account in
            account.roles.filter(acting.contains).map {
                ("\(account.person)|\($0)", "\(names.person(account.person))（\(names.post($0))）")
            }
        }
    }

    private static func others(_ reading: MatterReading, in context: PageContext) throws -> [(String, String)] {
        var query = MatterStore.Query()
        query.procedure = reading.row.procedure
        query.isRunning = true
        return try MatterStore.matters(query, limit: 100, offset: 0, in: context.connection)
            .filter { $0.id != reading.row.id }.map { ($0.id.rawValue, $0.title) }
    }

    private static func ladder(_ matter: Matter, in context: PageContext) throws -> [(String, String)] {
        let ladders = try context.casework.procedures.ladders
        return ladders[matter.procedure.ladder]?.steps.filter { !$0.papers.isEmpty || $0.isByPerson }
            .map { ($0.name, $0.name) } ?? []
    }
}
