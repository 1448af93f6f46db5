import Monitoring
import Standards

/// What hangs on a decision, in words.
enum ReviewEffectWords {
    static func words(_ effect: ReviewEffect) -> String {
        if effect.isNone { return "剔除与否，公布值不变" }
        var parts: [String] = []
        if let before = effect.districtBefore, let after = effect.districtAfter, before != after {
            parts.append("全区 " + change(before, after))
        }
        if effect.before != effect.after { parts.append("本站 " + change(effect.before, effect.after)) }
        return "若剔除：" + parts.joined(separator: "；")
    }

    private static func change(_ before: ReviewEffect.Day, _ after: ReviewEffect.Day) -> String {
        var parts: [String] = []
        if before.aqi != after.aqi { parts.append("日 AQI \(text(before.aqi)) → \(text(after.aqi))") }
        for item in AirItem.allCases where before.values[item] != after.values[item] {
            let then = after.values[item]?.screenText ?? "无效"
            parts.append("\(item.screenName) \(before.values[item]?.screenText ?? "无效") → \(then)")
        }
        return parts.joined(separator: "，")
    }

    private static func text(_ aqi: Int?) -> String { aqi.map(String.init) ?? "不发布" }
}
