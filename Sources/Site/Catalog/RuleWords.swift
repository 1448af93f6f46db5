import Catalog
import Standards

/// Rules in words.
enum RuleWords {
    static func confidence(_ confidence: Confidence) -> (text: String, tone: String) {
        switch confidence {
        case .official: ("核对原文", "better")
        case .reproduced: ("数据复现", "plain")
        case .provisional: ("暂定", "warn")
        }
    }

    /// 现行, 尚未施行 or 历史版本 on a day.
    static func standing(_ effective: Effective, on day: CivilDate) -> (text: String, tone: String) {
        if effective.contains(day) { return ("现行", "ok") }
        return (effective.from > day ? "尚未施行" : "历史版本", "note")
    }

    static func source(_ source: RuleSource) -> String {
        "\(source.instrument)，\(source.article)；\(source.verified)"
    }

    /// The heading of a rule: for standards by what they judge, else by the folder.
    static func heading(of rule: RuleSummary, kind: String?) -> String {
        guard let kind else { return folder(of: rule.path) }
        switch kind.split(separator: "_").first ?? "" {
        case "air", "pollution": return "标准：环境空气"
        case "water", "class": return "标准：地表水"
        case "noise": return "标准：噪声"
        case "discharge", "device", "transfer", "emission", "incineration": return "标准：污染源"
        default: return "标准：排名与统计"
        }
    }

    /// The headings in their order; others follow.
    static let headings = [
        "标准：环境空气", "标准：地表水", "标准：噪声", "标准：污染源", "标准：排名与统计", "指标", "报告",
        "程序", "督办阶梯", "工作日", "法律依据", "违法行为", "裁量表", "一源一档", "报文编码", "人员与账户",
    ]

    /// The heading of a folder of the catalog.
    static func folder(of path: String) -> String {
        switch path.split(separator: "/").dropLast().joined(separator: "/") {
        case "standards": "标准"
        case "reporting/figures": "指标"
        case "reporting/documents": "报告"
        case "gateway": "报文编码"
        case "accounts": "人员与账户"
        case "calendar": "工作日"
        case "casework": "程序"
        case "casework/ladders": "督办阶梯"
        case "law": "法律依据"
        case "law/discretion": "裁量表"
        case "law/violations": "违法行为"
        case "monitoring": "监测审核"
        case "registry": "一源一档"
        case let other: other
        }
    }
}
