package import Standards

extension RuleKind where Rule == PollutionAlertRule {
    /// Levels of heavy-pollution alerts.
    package static var pollutionAlert: RuleKind<PollutionAlertRule> {
        RuleKind("pollution_alert", "重污染天气预警分级") { (content, header, reader) throws(StandardsError) in
            let triggers = reader.mapping(content.node, keys: ["triggers"]).list("triggers").map { node in
                let trigger = reader.mapping(node, keys: ["level", "all_of"])
                return PollutionAlertRule.Trigger(
                    level: trigger.choice("level", as: PollutionAlertLevel.self) ?? .yellow,
                    conditions: trigger.list("all_of").map { node in
                        let condition = reader.mapping(node, keys: ["aqi_above", "hours"])
                        return PollutionAlertRule.Condition(
                            above: condition.integer("aqi_above", in: 0...500),
                            hours: condition.integer("hours", in: 24...720))
                    })
            }
            return try PollutionAlertRule(id: header.id, title: header.title, triggers: triggers)
        }
    }
}
