import Gateway

/// A command as it was posted.
struct CommandAttempt: Sendable {
    let name: String
    /// By the names of the catalog, as they go into the packet.
    let parameters: [String: String]
    let reason: String
    let basis: String
    let matter: String
    let noticeOn: String
    let noticeManner: String
    var error = ""

    init(_ fields: FormFields, definition: CommandDefinition?) {
        name = fields.first("command") ?? ""
        var parameters: [String: String] = [:]
        for parameter in definition?.parameters ?? [] {
            guard let text = fields.first("p-" + parameter.name) else { continue }
            parameters[parameter.name] = Self.sent(text, as: parameter.kind)
        }
        self.parameters = parameters
        reason = fields.first("reason") ?? ""
        basis = fields.first("basis") ?? ""
        matter = fields.first("matter") ?? ""
        noticeOn = fields.first("noticeOn") ?? ""
        noticeManner = fields.first("noticeManner") ?? ""
    }

    /// What a browser makes of a time, `2026-11-22T08:00`, as devices write it. Anything else stays for the check.
    static func sent(_ text: String, as kind: CommandParameter.Kind) -> String {
        let length: Int
        switch kind {
        case .time, .label: length = 14
        case .clock: length = 6
        case .whole, .choice, .code, .info, .text: return text
        }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "-:T ".contains($0)) }), digits.count >= length - 2,
            digits.count <= length
        else { return text }
        return digits + String(repeating: "0", count: length - digits.count)
    }

    /// A time of a packet as a browser writes it.
    static func shown(_ text: String, as kind: CommandParameter.Kind) -> String {
        let digits = Array(text)
        func part(_ from: Int, _ to: Int) -> String { String(digits[from..<to]) }
        switch kind {
        case .time, .label:
            guard digits.count == 14 else { return text }
            return "\(part(0, 4))-\(part(4, 6))-\(part(6, 8))T\(part(8, 10)):\(part(10, 12)):\(part(12, 14))"
        case .clock: return digits.count == 6 ? "\(part(0, 2)):\(part(2, 4)):\(part(4, 6))" : text
        case .whole, .choice, .code, .info, .text: return text
        }
    }
}
