import Gateway
import Registry

/// The form of an upper platform as it was posted, or as it stands there before.
struct UpstreamAttempt: Sendable {
    var id = ""
    var name = ""
    var host = ""
    var port = ""
    var scope = "kinds"
    var kinds: Set<ObjectKind> = Set(UpstreamWords.kinds.map(\.kind))
    var devices = ""
    var numbers = ""
    var commands: Set<ForwardedCommand> = [.realtimeData, .minuteData, .hourData, .dayData]
    var form = Upstream.Form.rewritten.rawValue
    var answering = "yes"
    var reason = ""
    var person = ""
    var hasToken = true
    /// Why it was refused; nil before it was tried.
    var error: String?

    /// A new one.
    init() {}

    /// One that is there.
    init(_ upstream: Upstream) {
        id = upstream.id
        name = upstream.name
        host = upstream.host
        port = String(upstream.port)
        switch upstream.devices {
        case .kinds(let kinds): self.kinds = kinds
        case .numbers(let numbers):
            scope = "numbers"
            kinds = []
            devices = numbers.joined(separator: "\n")
        }
        numbers = upstream.numbers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        commands = upstream.commands
        form = upstream.form.rawValue
        answering = upstream.isAnswering ? "yes" : "no"
    }

    /// - Parameter id: of the platform whose page the form is on; nil for a new one.
    init(_ fields: FormFields, of id: String?, token: FormToken) {
        self.id = id ?? fields.first("id") ?? ""
        name = fields.first("name") ?? ""
        host = fields.first("host") ?? ""
        port = fields.first("port") ?? ""
        scope = fields.first("scope") ?? ""
        kinds = Set(fields.all("kind").compactMap(ObjectKind.init(rawValue:)))
        devices = fields.first("devices") ?? ""
        numbers = fields.first("numbers") ?? ""
        commands = Set(fields.all("command").compactMap { Int($0).flatMap(ForwardedCommand.init(rawValue:)) })
        form = fields.first("form") ?? ""
        answering = fields.first("answering") ?? ""
        reason = fields.first("reason") ?? ""
        person = fields.first("person") ?? ""
        hasToken = token.isIn(fields)
    }

    /// What it says; the field that says nothing readable otherwise.
    var upstream: Result<Upstream, Fault> {
        var pairs: [String: String] = [:]
        for line in Self.lines(numbers) {
            let sides = line.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
            guard sides.count == 2, pairs.updateValue(sides[1], forKey: sides[0].uppercased()) == nil else {
                return .failure(Fault(field: "numbers", detail: line))
            }
        }
        guard let port = Int(port) else { return .failure(Fault(field: "port", detail: port)) }
        guard let form = Upstream.Form(rawValue: form) else { return .failure(Fault(field: "form", detail: form)) }
        return .success(
            Upstream(
                id: id, name: name, host: host, port: port,
                devices: scope == "numbers"
                    ? .numbers(Self.lines(devices).map { $0.uppercased() }) : .kinds(kinds),
                numbers: pairs, commands: commands, form: form, isAnswering: answering == "yes"))
    }

    struct Fault: Error {
        let field: String
        let detail: String
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}

extension UpstreamForm {
    /// - Parameter isNew: whether the platform is added by it.
    init(_ attempt: UpstreamAttempt, isNew: Bool, token: FormToken) {
        let scope = { (value: String, label: String) in
            Choice(value: value, label: label, isChosen: attempt.scope == value)
        }
        self.init(
            action: isNew ? SiteURL.upstreams().path : SiteURL.upstream(attempt.id).path, tokenValue: token.text,
            fixedID: isNew ? nil : attempt.id, id: attempt.id, name: attempt.name, host: attempt.host,
            port: attempt.port,
            scopes: [scope("kinds", "所选类别已登记的全部设备"), scope("numbers", "只转发下列设备号")],
            kinds: UpstreamWords.kinds.map {
                Choice(value: $0.kind.rawValue, label: $0.label, isChosen: attempt.kinds.contains($0.kind))
            },
            devices: attempt.devices, numbers: attempt.numbers,
            commands: ForwardedCommand.allCases.map {
                Choice(
                    value: String($0.rawValue), label: UpstreamWords.command($0),
                    isChosen: attempt.commands.contains($0))
            },
            forms: Upstream.Form.allCases.reversed().map {
                Choice(value: $0.rawValue, label: UpstreamWords.form($0), isChosen: attempt.form == $0.rawValue)
            },
            answerings: [
                Choice(value: "yes", label: "对方逐条应答（9014），未应答的重发", isChosen: attempt.answering == "yes"),
                Choice(value: "no", label: "对方不应答，断线时途中的报文可能丢失", isChosen: attempt.answering == "no"),
            ],
            reason: attempt.reason, person: attempt.person, submitText: isNew ? "增加" : "保存修改", error: attempt.error)
    }
}
