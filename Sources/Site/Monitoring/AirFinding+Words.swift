import Monitoring
import Standards

extension AirFinding {
    /// Two to four characters.
    var kindName: String {
        switch kind {
        case .silent: "无数据"
        case .spike: "突跳"
        case .inverted: "倒挂"
        case .flat: "数值不变"
        }
    }

    /// How loudly it is said.
    var tone: String { kind == .silent ? "urgent" : "warn" }

    /// The items in short: PM₁₀.
    var itemNames: String { items.map(\.screenName).joined(separator: "、") }

    /// Kind and item in a few words: PM₁₀ 突跳.
    var shortText: String {
        kind == .inverted ? "PM₂.₅ 与 PM₁₀ 倒挂" : (itemNames.isEmpty ? kindName : "\(itemNames) \(kindName)")
    }

    /// The rule with its numbers, in one sentence.
    var sentence: String {
        let item = items.first
        let unit = item?.screenUnit ?? ""
        let value = value?.screenText ?? ""
        switch kind {
        case .silent: return "连续 \(hours.count) 小时没有收到报文或导入数据"
        case .spike:
            return "\(item?.screenName ?? "") \(value) \(unit)，高于同时段其他站点中位数 "
                + "\(reference?.text(decimals: 0) ?? "") 的 \(AirChecks.spikeFactor) 倍"
        case .inverted:
            return "PM₂.₅ \(value) 高于 PM₁₀ \(reference?.screenText ?? "") \(unit)，PM₂.₅ 是 PM₁₀ 的一部分"
        case .flat: return "\(item?.screenName ?? "") 连续 \(hours.count) 小时均为 \(value) \(unit)"
        }
    }
}
