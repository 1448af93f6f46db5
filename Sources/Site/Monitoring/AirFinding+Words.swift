import Monitoring
import Standards

extension AirFinding {
    /// Two to six characters, as reviewers call it.
    var kindName: String { first.kindName }

    /// How loudly it is said.
    var tone: String { isSilent ? "urgent" : "warn" }

    /// The items in short: PM₁₀.
    var itemNames: String {
        items.count == AirItem.allCases.count ? "各项" : items.map(\.screenName).joined(separator: "、")
    }

    /// Kind and item in a few words: PM₁₀ 突跳.
    var shortText: String { has(.ordering) ? "PM₂.₅ 与 PM₁₀ 倒挂" : "\(itemNames) \(kindName)" }

    /// What was found: of each rule the first finding with its numbers.
    var sentence: String {
        var rules: Set<String> = []
        var said: [String] = []
        for reason in reasons where rules.insert(reason.rule.id).inserted { said.append(reason.sentence) }
        return said.joined(separator: "；")
    }

    /// The rules that ask, with their versions.
    var rules: String {
        var said: [String] = []
        for reason in reasons {
            let rule = "\(reason.rule.title)（\(reason.rule.id)，\(reason.rule.version) 版）"
            if !said.contains(rule) { said.append(rule) }
        }
        return said.joined(separator: "；")
    }
}

extension CheckFinding {
    /// What kind of thing was found, in two to six characters.
    var kindName: String {
        switch fact {
        case .above: grade == .fail ? "超量程" : "数值偏高"
        case .below: grade == .fail ? "负值" : "数值偏低"
        case .unfit: "位数异常"
        case .spike, .peak: "突跳"
        case .farAbove: "远高于邻站"
        case .farBelow: "远低于邻站"
        case .outlier: "离群"
        case .jump: "突变"
        case .rate: "变化过快"
        case .flat: "数值不变"
        case .missing: "无数据"
        case .restarted: "中断后恢复"
        case .exceedsWhole: "倒挂"
        case .oversaturated: "过饱和"
        case .ratio: "比例异常"
        case .sum: "加和不符"
        case .apart: "与邻站不符"
        case .drifted: "漂移"
        case .flagged, .unknownFlag: "设备标记"
        case .marked, .markedLate, .unknownEvent, .overlong: "运维标记"
        case .steady: "波动过小"
        case .periodic: "周期重复"
        case .copied: "疑似复制"
        }
    }
}
