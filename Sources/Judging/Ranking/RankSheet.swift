import Catalog
import Standards

/// What a ranking puts behind the columns of its input.
struct RankSheet {
    /// Rewards and deductions in 分, one a row; without amounts the reason.
    struct Money {
        let amounts: [Int64?]?
        let reason: String?
    }

    let scheme: RankScheme
    let header: RuleHeader
    let columns: RankColumns
    let rows: [RankRow]
    let results: [RankResult]
    /// The ids of the rules used: scheme, formula and limits of the index.
    let standard: String
    /// Nil where it was not asked for.
    let money: Money?
    let explains: Bool

    /// Equals named in a note; more are counted.
    private static let namedEquals = 5

    /// The measures that count.
    private var weighted: [Int] { scheme.measures.indices.filter { scheme.measures[$0].weight != nil } }
    /// Measures the table shows because it computed them.
    private var computed: [Int] { scheme.measures.indices.filter(columns.isComputed) }
    /// Measures whose ranks are added up.
    private var ranked: [Int] { scheme.combination == .ranks ? weighted : [] }

    /// The names of the columns.
    var addedColumns: [String] {
        computed.map { scheme.measures[$0].key } + ranked.map { "rank_" + scheme.measures[$0].key }
            + ["score", "rank", "change"] + (money == nil ? [] : ["money"]) + ["standard", "note"]
            + (explains ? ["explain"] : [])
    }

    /// The fields of one row.
    func added(_ place: Int) -> [String] {
        let row = rows[place]
        let result = results[place]
        var fields = computed.map { measure in text(row.usable[measure], scheme.measures[measure]) }
        fields += ranked.map { number(result.partialRanks[$0]) }
        fields += [score(result), result.rank.map(String.init) ?? "", change(row)]
        if let money { fields.append(money.amounts?[place].map(Self.tenThousandYuan) ?? "") }
        fields.append(standard)
        fields.append(notes(place).joined(separator: ";"))
        if explains { fields.append(explanation(row, result)) }
        return fields
    }

    /// A value as it is compared, with the decimals of its measure.
    private func text(_ value: Rational?, _ measure: RankMeasure) -> String {
        guard let value else { return "" }
        if let decimals = measure.decimals, let rounded = try? value.rounded(decimals: decimals) {
            return rounded.description
        }
        return number(value)
    }

    private func number(_ value: Rational?) -> String {
        guard let value else { return "" }
        return value.exactDecimal?.normalized.description
            ?? (try? value.rounded(decimals: 4).description) ?? value.description
    }

    private func score(_ result: RankResult) -> String {
        guard scheme.combination == .value, let measure = weighted.first else { return number(result.score) }
        return text(result.score, scheme.measures[measure])
    }

    /// 改善, 恶化 or 持平 with the rate, by the first measure that is a change.
    private func change(_ row: RankRow) -> String {
        for (measure, value) in zip(scheme.measures, row.usable) {
            guard case .change = measure.origin, let value, let compared = try? measure.compared(value) else {
                continue
            }
            if compared.isZero { return "持平" }
            let isWorse = compared.isNegative == (measure.better == .high)
            return (isWorse ? "恶化 " : "改善 ") + text(compared.magnitude, measure) + "%"
        }
        return ""
    }

    /// An amount in 万元 with two decimals, more only where two do not hold it.
    static func tenThousandYuan(_ cents: Int64) -> String {
        guard let exact = ExactDecimal(significand: cents, scale: 6)?.normalized else { return "" }
        return (exact.scale < 2 ? try? exact.rounded(decimals: 2) : exact)?.description ?? ""
    }

    private func notes(_ place: Int) -> [String] {
        let row = rows[place]
        let result = results[place]
        var notes: [String] = []
        if result.isExempt { notes.append("达标且变差，按办法不列入名单") }
        if row.isIncomplete, let least = scheme.leastValidPercent {
            let share = row.validPercent.map { "为 \($0)%" } ?? "未填"
            let place = scheme.missing == .last ? "列末位" : "不参加排名"
            notes.append("有效数据比例\(share)，不足 \(least)%，\(place)")
        } else if !result.missing.isEmpty, !result.isExempt {
            let titles = scheme.measures.filter { result.missing.contains($0.key) }.map(\.title)
            notes.append("缺\(titles.joined(separator: "、"))，\(scheme.missing == .last ? "该项列末位" : "不参加排名")")
        }
        if result.sharedBy > 1 {
            let others = results.indices.filter { $0 != place && results[$0].rank == result.rank }
            let named = others.prefix(Self.namedEquals).map { rows[$0].area }.joined(separator: "、")
            notes.append("与\(named)\(others.count > Self.namedEquals ? "等 \(others.count) 个" : "")并列")
        }
        notes += listing(result)
        if let money, result.rank != nil {
            if let reason = money.reason { notes.append(reason) }
            if let amounts = money.amounts, amounts[place] == nil { notes.append("并列，奖惩金额须人工核定") }
        }
        return notes
    }

    /// Whether the object is among the best or the worst that are published.
    private func listing(_ result: RankResult) -> [String] {
        guard let listed = scheme.listed, let rank = result.rank else { return [] }
        let count = results.count { $0.rank != nil }
        guard count > listed else { return [] }
        var lists: [String] = []
        if rank <= listed { lists.append("前 \(listed) 名") }
        if rank + result.sharedBy - 1 > count - listed { lists.append("后 \(listed) 名") }
        return lists
    }

    private func explanation(_ row: RankRow, _ result: RankResult) -> String {
        var parts = row.steps
        if let score = result.score, scheme.combination != .value {
            let isRanks = scheme.combination == .ranks
            let terms = weighted.map { place in
                let measure = scheme.measures[place]
                let weight = measure.weight.map { $0 == 1 ? "" : "\($0.shortText)×" } ?? ""
                return weight
                    + (isRanks ? "\(number(result.partialRanks[place]))（\(measure.title)名次）" : "\(measure.title)得分")
            }
            parts.append("得分：\(terms.joined(separator: "+")) = \(score.written)")
        }
        if let rank = result.rank {
            let before = results.count { $0.rank.map { $0 < rank } ?? false }
            parts.append("名次：优于本对象的有 \(before) 个 → \(rank)")
        }
        return (parts + [RuleCitation(header).line]).joined(separator: "；")
    }
}
