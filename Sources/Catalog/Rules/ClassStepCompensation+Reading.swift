package import Standards

extension RuleKind where Rule == ClassStepCompensation {
    /// Compensation by steps of water class.
    package static var classSteps: RuleKind<ClassStepCompensation> {
        RuleKind("class_steps", "水质类别差补偿标准", standing: .beside) { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(
                content.node, keys: ["items", "ten_thousand_yuan", "ten_thousand_yuan_when_not_worsened"])
            func price(_ key: String) -> Int64 { content.required(key).map { reader.money($0, name: key) } ?? 0 }
            return try ClassStepCompensation(
                id: header.id, title: header.title,
                items: content.list("items").compactMap { reader.choice($0, name: "items", as: WaterItem.self) },
                price: price("ten_thousand_yuan"),
                priceWhenNotWorsened: price("ten_thousand_yuan_when_not_worsened"))
        }
    }
}

extension RuleReader {
    /// An amount in 万元 with at most two decimals beyond whole yuan, as 分.
    func money(_ node: RuleNode, name: String) -> Int64 {
        let amount = decimal(node, name: name)
        guard let cents = try? amount.multiplied(byPowerOfTen: 6).normalized, cents.scale == 0 else {
            refuse(node, .wrongKind(key: name, expected: .decimal))
            return 0
        }
        return cents.significand
    }
}
