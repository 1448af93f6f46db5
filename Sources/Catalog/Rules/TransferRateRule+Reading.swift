package import Standards

extension RuleKind where Rule == TransferRateRule {
    /// The target of 传输有效率.
    package static var transferRate: RuleKind<TransferRateRule> {
        RuleKind("transfer_rate", "自动监测数据传输有效率") { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["target", "valid_share_of"])
            return try TransferRateRule(
                id: header.id, title: header.title, target: content.fraction("target"),
                base: content.choice("valid_share_of", as: TransferRates.Base.self) ?? .received)
        }
    }
}
