package import Standards

extension RuleKind where Rule == RankMoney {
    /// Rewards and deductions by place.
    package static var rankMoney: RuleKind<RankMoney> {
        RuleKind("rank_money", "名次奖惩金额", standing: .beside) { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["ten_thousand_yuan", "zero_sum", "tied"])
            return try RankMoney(
                id: header.id, title: header.title,
                amounts: content.list("ten_thousand_yuan").map { reader.money($0, name: "ten_thousand_yuan") },
                isZeroSum: content.flag("zero_sum"),
                tied: content.choice("tied", as: RankMoney.Tied.self) ?? .undecided)
        }
    }
}
