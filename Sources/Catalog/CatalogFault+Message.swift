extension CatalogFault: CustomStringConvertible {
    /// What is wrong, in Chinese.
    package var message: String {
        switch problem {
        case .syntax(let detail): "不是有效的 YAML：\(detail)"
        case .notUTF8: "不是 UTF-8 编码"
        case .unreadable: "无法打开文件"
        case .tooLarge: "文件过大、过多或层次过深，不像规则文件"
        case .wrongExtension: "扩展名不是 .yaml，此文件不会被读取"
        case .duplicateKeys(let keys): "同一处重复的键：\(keys.joined(separator: "、"))"
        case .unknownKey(let key, _, _): "不认识的键“\(key)”"
        case .missingKey(let key): "缺少“\(key)”"
        case .wrongKind(let key, let expected): "“\(key)”应为\(expected.name)"
        case .notAllowed(let key, let value, _, _): "“\(key)”的值“\(value)”不在允许的范围内"
        case .outOfRange(let key, let value, let range): "“\(key)”的值 \(value) 超出 \(range)"
        case .endsBeforeItBegins: "施行截止日早于起始日"
        case .overlaps(let other): "与 \(other) 的施行日期重叠，同一天有两条规则"
        case .unusable(let part): "表“\(part)”无法使用（不递增、缺项或超出范围）"
        case .secondKind(let first): "一个文件只能有一类规则，已有“\(first)”"
        case .other(let message, _): message
        }
    }

    /// How to mend it, in Chinese.
    package var mend: String {
        switch problem {
        case .syntax: "检查该行的缩进、冒号后的空格和引号"
        case .notUTF8: "另存为 UTF-8 编码"
        case .unreadable: "检查文件的读取权限"
        case .tooLarge: "拆成一条规则一个文件，移走其他文件"
        case .wrongExtension: "改名为 .yaml，或移出规则目录"
        case .duplicateKeys: "每个键只保留一处"
        case .unknownKey(_, let nearest?, _): "是否应为“\(nearest)”？"
        case .unknownKey(_, nil, let known): "可用的键：\(known.joined(separator: "、"))"
        case .missingKey(let key): "补上“\(key): …”"
        case .wrongKind(_, let expected): "改为\(expected.example)"
        case .notAllowed(_, _, let nearest?, _): "是否应为“\(nearest)”？"
        case .notAllowed(_, _, nil, let allowed): "可用的值：\(allowed.joined(separator: "、"))"
        case .outOfRange(_, _, let range): "改为 \(range) 之间的数"
        case .endsBeforeItBegins: "核对 effective 的 from 和 to"
        case .overlaps: "调整 effective 的 from 和 to，使每一天只有一条规则"
        case .unusable: "对照标准原文核对该表"
        case .secondKind: "把两类规则分成两个文件"
        case .other(_, let mend): mend
        }
    }

    /// `file:line: what. mend.` in one line.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(message)；\(mend)"
    }
}

extension CatalogFault.Expected {
    fileprivate var name: String {
        switch self {
        case .text: "文字"
        case .wholeNumber: "整数"
        case .decimal: "十进制数"
        case .fraction: "分数或十进制数"
        case .date: "日期"
        case .flag: "true 或 false"
        case .mapping: "一组“键: 值”"
        case .list: "列表"
        }
    }

    fileprivate var example: String {
        switch self {
        case .text: "一段文字，如 GB 3838-2002"
        case .wholeNumber: "整数，如 20"
        case .decimal: "十进制数，如 0.15"
        case .fraction: "分数或小数，如 3/4"
        case .date: "日期，如 2026-03-01"
        case .flag: "true 或 false"
        case .mapping: "缩进的“键: 值”各行"
        case .list: "列表，如 [1, 2, 3] 或以“- ”开头的各行"
        }
    }
}
