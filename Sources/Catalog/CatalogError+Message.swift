extension CatalogError: CustomStringConvertible {
    /// What happened, where and how to mend it, in Chinese.
    package var message: String {
        let subject = rule.map { StandardRules.names[$0] ?? $0 } ?? ""
        switch code {
        case .folderNotFound:
            let tried = paths.map { "\n  \($0)" }.joined()
            return "找不到规则目录，已查找：\(tried)\n请设置 QINGHENG_CATALOG 或用 --catalog 指明含有 standards 文件夹的目录。"
        case .unreadable:
            return "无法读取：\(paths.joined(separator: "、"))。请检查文件是否存在、是否有读取权限、是否为 UTF-8 编码。"
        case .faulty:
            let lines = faults.map { "\n\($0.description)" }.joined()
            return "规则文件有 \(faults.count) 处错误：\(lines)"
        case .nothingInForce:
            let day = date.map { "\($0) " } ?? ""
            return "\(day)没有施行中的规则“\(subject)”。请核对日期，或在规则目录中补充该日期适用的版本。"
        case .unknownRule:
            guard alternatives.isEmpty else {
                return "“\(subject)”不能用于此处。可用的编号：\(alternatives.joined(separator: "、"))。"
            }
            return "没有编号为“\(subject)”的规则。可用 qingheng standards list 查看全部规则编号。"
        case .severalVersions:
            return "规则“\(subject)”有多个版本，须指明日期。"
        }
    }

    /// The same text, so that an uncaught error is still readable.
    package var description: String { message }
}
