import Registry
import Standards

/// Values, origins and deeds of files in words.
struct SourceText {
    /// The names of the sources that values point to, by id.
    let names: [String: String]

    /// A value as it is read.
    func value(_ text: String?, _ field: SourceField?) -> String {
        guard let text else { return "（个人信息，不在此显示）" }
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
