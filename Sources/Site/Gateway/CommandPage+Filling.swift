import Gateway
import HJ212
import Ledger
import Records
import Registry
import Standards

extension CommandPage {
    /// As many commands as a person looks through; older ones are in the ledger.
    private static let greatestCount = 100

    /// - Parameters:
    ///   - command: the one whose form is shown; nil for none.
    ///   - attempt: a refused command whose content stays in the form.
    /// - Throws: `SiteError` with `.unknownObject` when no device of this number is registered.
    init(
        _ mn: String, command: String? = nil, attempt: CommandAttempt? = nil, recorded: Int64? = nil,
        refusal: String? = nil, in context: PageContext
    ) throws {
        guard let binding = try RegistryStore.bindings(of: mn, in: context.connection).last else {
            throw SiteError(.unknownObject, subject: "设备", detail: mn)
        }
        let book = try CommandBook(context.catalog, on: context.today)
        let line = context.services.lines?.entry(of: binding.mn)
        let dialect = binding.settings.dialect.flatMap(Dialect.init(rawValue:)) ?? line?.address.dialect
        let known = book.definitions.filter { definition in
            dialect.map { definition.dialects.contains($0) } ?? true
        }
        let chosen = command.flatMap { book.definition($0) }
        let title = "反控命令 \(binding.mn)"
        self.init(
            frame: PageFrame(
                title, in: context, at: .devices,
                path: [Breadcrumb(label: "设备 \(binding.mn)", href: SiteURL.device(binding.mn).path)],
                notice: try Self.notice(recorded, in: context)),
            mn: binding.mn, facts: try Self.facts(of: binding, line: line, dialect: dialect, in: context),
            ruleText: binding.settings.ownership == .enterprise
                ? "排污单位的设备：可以读取、取历史数据、提取时间、超标留样；设置参数、校时、校准、采样、清洗须有案件或任务编号、告知企业并由第二人确认；密码和密钥不从这里下发。"
                : "本局的设备：读取和设置都可以下发，须写明理由和依据；密码和密钥不从这里下发。",
            ruleHref: SiteURL.rule(book.rules.first ?? "").path,
            groups: Self.groups(known, chosen: chosen?.name, mn: binding.mn),
            form: chosen.map { CommandForm($0, for: binding, attempt: attempt, in: context) },
            rows: try CommandStore.commands(of: binding.mn, limit: Self.greatestCount, in: context.connection).map {
                Row($0, book: book, dialect: dialect, in: context)
            },
            automatic: try Automatic(mn: binding.mn, in: context),
            refusal: refusal ?? (chosen == nil ? attempt?.error : nil))
    }

    private static func facts(
        of binding: DeviceBinding, line: LineTable.Entry?, dialect: Dialect?, in context: PageContext
    ) throws -> [LabelledText] {
        let object = try RegistryStore.object(binding.object, in: context.connection)
        let name = object.map { $0.kind == .outlet ? "\($0.text("enterprise")) \($0.name)" : $0.name } ?? binding.object
        let owner = binding.settings.ownership == .enterprise ? "排污单位" : "本局"
        let connection =
            if let line, let open = line.line {
                "已连接（\(open.peer)），自 \(Instant(milliseconds: line.sinceMilliseconds).shortSecondText)"
            } else {
                context.services.lines == nil ? "本进程没有网关" : "未连接，命令等到设备上线再下发，超过 24 小时作废"
            }
        return [
            LabelledText(label: "监测对象", value: name, href: nil),
            LabelledText(
                label: "设备归属", value: binding.settings.owner.isEmpty ? owner : "\(owner)：\(binding.settings.owner)",
                href: nil),
            LabelledText(
                label: "协议版本", value: dialect.map(words) ?? "未知（设备上线后按报文认定）", href: nil),
            LabelledText(label: "连接", value: connection, href: nil),
        ]
    }

    private static func words(_ dialect: Dialect) -> String {
        dialect == .surfaceWater2017 ? "地表水 2017" : "HJ 212—\(dialect.rawValue)"
    }

    private static func groups(
        _ definitions: [CommandDefinition], chosen: CommandName?, mn: String
    ) -> [Group] {
        var titles: [String] = []
        // What only reads is asked for most, and on most devices nothing else may be.
        let order = CommandClass.Right.allCases.flatMap { right in
            definitions.filter { $0.commandClass.right == right }
        }
        for definition in order where !titles.contains(definition.commandClass.title) {
            titles.append(definition.commandClass.title)
        }
        return titles.map { title in
            Group(
                title: title,
                choices: definitions.filter { $0.commandClass.title == title }.map {
                    Choice(
                        label: "\($0.number) \($0.title)",
                        href: SiteURL.deviceCommands(mn, command: $0.name.rawValue).at("form").path,
                        isChosen: $0.name == chosen)
                })
        }
    }

    /// Only what was recorded about commands is told of.
    private static func notice(_ recorded: Int64?, in context: PageContext) throws -> String? {
        guard let recorded, let record = try RecordStore.record(recorded, in: context.connection) else { return nil }
        switch record.action {
        case CommandActions.requested: return "已记入台账第 \(recorded) 条，设备在线时按顺序下发，结果显示在下面的列表里。"
        case CommandActions.confirmed: return "确认已记入台账第 \(recorded) 条，命令等待下发。"
        case CommandActions.withdrawn: return "撤回已记入台账第 \(recorded) 条。"
        case CommandActions.configured: return "自动下发的设置已记入台账第 \(recorded) 条。"
        default: return nil
        }
    }
}

extension CommandPage.Automatic {
    init(mn: String, in context: PageContext) throws {
        let settings = try CommandStore.settings(in: context.connection)
        self.init(
            action: SiteURL.deviceCommands(mn).path,
            hidden: CommandForm.hidden("configure", in: context),
            switches: [
                CommandPage.Switch(name: "gaps", label: "缺数时自动补取历史数据", isOn: settings.asksForGaps),
                CommandPage.Switch(name: "clocks", label: "每日自动核对现场机时间", isOn: settings.checksClocks),
                CommandPage.Switch(name: "setting", label: "时钟不准时自动校时（只对本局的设备）", isOn: settings.setsClocks),
            ])
    }
}
