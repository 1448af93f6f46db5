import Standards

/// Words of findings.
enum CheckWords {
    /// An item as publications name it; a code of HJ 212 as it is.
    static func name(_ item: String) -> String { AirItem(rawValue: item)?.displayName ?? others[item] ?? item }

    private static let others = [
        "no": "NO", "nox": "NOx", "wt": "水温", "ph": "pH", "do": "溶解氧", "ec": "电导率", "turb": "浊度", "codmn": "高锰酸盐指数",
        "nh3n": "氨氮", "tp": "总磷", "tn": "总氮",
    ]

    /// Rounded for reading only.
    static func number(_ value: Rational) -> String {
        (try? value.rounded(decimals: 3))?.normalized.description ?? "\(value)"
    }

    /// `4 小时`, `30 分钟`, `90 秒`, with a blank behind it where a word follows.
    static func duration(_ seconds: Int) -> String {
        if seconds.isMultiple(of: 3_600) { return "\(seconds / 3_600) 小时" }
        return seconds.isMultiple(of: 60) ? "\(seconds / 60) 分钟" : "\(seconds) 秒"
    }

    /// `2026-03-01 05:00`.
    static func moment(_ instant: Instant) -> String {
        String("\(instant)".prefix(16)).replacing("T", with: " ")
    }
}
