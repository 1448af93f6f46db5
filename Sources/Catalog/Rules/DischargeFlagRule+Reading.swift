package import Standards

extension RuleKind where Rule == DischargeFlagRule {
    /// The data flags of an edition of HJ 212.
    package static var dischargeFlags: RuleKind<DischargeFlagRule> {
        RuleKind("discharge_flags", "自动监测数据标记", standing: .beside) { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["unmarked", "flags"])
            let flags = content.list("flags").map { node in
                let flag = reader.mapping(node, keys: ["flag", "name", "validity", "hints_at_exceedance"])
                return DischargeFlagRule.Flag(
                    letter: flag.text("flag"), name: flag.text("name"),
                    validity: flag.choice("validity", as: DischargeValidity.self) ?? .invalidDevice,
                    hintsAtExceedance: flag.optionalFlag("hints_at_exceedance") ?? false)
            }
            return try DischargeFlagRule(
                id: header.id, title: header.title, flags: flags,
                unmarked: content.choice("unmarked", as: DischargeValidity.self) ?? .invalidDevice)
        }
    }
}
