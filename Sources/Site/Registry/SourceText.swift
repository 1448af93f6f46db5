import Registry
import Standards

/// Values, origins and deeds of files in words.
struct SourceText {
    /// What the older registry says beside the fields of kinds, in Chinese.
    private static let strangers = [
        "longitude": "经度（登记时）", "latitude": "纬度（登记时）", "enterprise": "所属企业", "owner": "运维单位",
        "medium": "介质", "town": "街镇", "isDemo": "演示数据",
    ]

    /// The title of a field, of the kind or of the older registry.
    static func title(of name: String, _ kind: SourceKind) -> String {
        kind.field(name)?.title ?? strangers[name] ?? name
    }

    /// The names of the sources that values point to, by id.
    let names: [String: String]
    /// Facts about people by record and field, as this visitor may read them.
    let personal: [Int64: [String: String]]

    /// For values that are no facts about people.
    init(names: [String: String]) {
        self.names = names
        personal = [:]
    }

    /// - Parameter claims: records and fields of facts about people that are shown; readable for who may change the register,
    ///   masked for others.
    init(names: [String: String], personal claims: [(record: Int64, field: String)], in context: PageContext) throws {
        self.names = names
        let isReadable = context.services.visitor.may(RegistryActions.edit)
        var found: [Int64: [String: String]] = [:]
        for (record, field) in claims {
            guard let text = try SourcePersonal.text(of: field, in: record, context.connection) else { continue }
            found[record, default: [:]][field] = isReadable ? text : SourcePersonal.masked(text)
        }
        personal = found
    }

    /// The value of a claim as it is read.
    func value(_ claim: SourceClaim, _ field: SourceField?) -> String { value(claim.value, in: claim.sequence, field) }

    /// A value that a record says, as it is read.
    func value(_ text: String?, in record: Int64, _ field: SourceField?) -> String {
        if text == nil, let field { return personal[record]?[field.name] ?? Self.closed }
        return value(text, field)
    }

    private static let closed = "（个人信息，已封存或删除）"

    /// A value as it is read.
    func value(_ text: String?, _ field: SourceField?) -> String {
        guard let text else { return Self.closed }
        if text.isEmpty { return "（删去）" }
        if case .reference? = field?.type { return names[text] ?? text }
        if case .point? = field?.type, let point = SourcePoint(text: text) {
            return "东经 \(point.longitude)°，北纬 \(point.latitude)°（坐标系\(point.datum.rawValue)）"
        }
        guard let unit = field?.unit, field?.isNumber == true else { return text }
        return "\(text) \(unit)"
    }

    static func origin(_ origin: SourceOrigin) -> String {
        var words = [origin.name]
        if !origin.basis.isEmpty { words.append(origin.basis) }
        if let line = origin.line { words.append("第 \(line) 行") }
        return words.joined(separator: " · ")
    }

    static func time(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).minuteText }

    static func state(_ file: SourceFile) -> String {
        switch file.state {
        case .active: "在册"
        case .withdrawn: "已注销"
        case .merged: "已并入另一份档案"
        case .undone: "导入已撤销"
        }
    }

    static func act(_ act: SourceEvent.Act) -> String {
        switch act {
        case .registered: "登记"
        case .changed: "修改"
        case .merged: "并入另一份档案"
        case .absorbed: "被并入另一份档案"
        case .withdrawn: "注销"
        }
    }

    /// Why the code that a field keeps cannot be right; nil where it can.
    static func doubt(_ text: String, _ field: SourceField) -> String? {
        guard case .code(let check) = field.type else { return nil }
        return check.fault(of: text)
    }
}
