import Catalog
import Standards

/// The parameters of one row of a rule: its own, and those of the rule where it has none.
struct CheckParameters {
    let reader: RuleReader
    /// Where a parameter that is lacking is complained of.
    private let node: RuleNode
    private let catalog: RuleCatalog
    private let day: CivilDate
    private let keys: [String]
    /// The row before the rule.
    private let layers: [RuleMapping]

    init(
        _ reader: RuleReader, node: RuleNode, keys: [String], layers: [RuleMapping], catalog: RuleCatalog,
        day: CivilDate
    ) {
        self.reader = reader
        self.node = node
        self.keys = keys
        self.layers = layers
        self.catalog = catalog
        self.day = day
    }

    /// As the file writes them, in the order of the test's keys.
    var written: [CheckParameter] {
        keys.compactMap { key in value(key).map { CheckParameter(name: key, text: Self.text($0)) } }
    }

    func decimal(_ key: String) -> ExactDecimal? { value(key).map { reader.decimal($0, name: key) } }

    /// A decimal that must be there.
    func required(_ key: String) -> ExactDecimal {
        needs(key)
        return decimal(key) ?? .zero
    }

    /// A decimal above zero.
    func above(_ key: String) -> ExactDecimal? {
        guard let number = decimal(key) else { return nil }
        guard number > .zero else {
            refuse(key, .outOfRange(key: key, value: number.description, range: "大于 0"))
            return 1
        }
        return number
    }

    /// A decimal above zero, at most 1.
    func share(_ key: String) -> ExactDecimal? {
        guard let number = above(key) else { return nil }
        if number > 1 { refuse(key, .outOfRange(key: key, value: number.description, range: "大于 0、不大于 1")) }
        return min(number, 1)
    }

    func whole(_ key: String, in range: ClosedRange<Int>) -> Int {
        needs(key)
        return optionalWhole(key, in: range) ?? range.lowerBound
    }

    func optionalWhole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key).map { reader.integer($0, name: key, in: range) }
    }

    /// A length of time in whole seconds.
    func seconds(_ key: String) -> Int? { optionalWhole(key, in: 1...(366 * 86_400)) }

    /// A length of time written in hours, in seconds.
    func hours(_ key: String) -> Int? {
        guard let hours = above(key) else { return nil }
        let bound = CheckBound.floor(hours, scale: 0, times: 3_600)
        guard hours <= 8_784, CheckBound.ceiling(hours, scale: 0, times: 3_600) == bound else {
            refuse(key, .outOfRange(key: key, value: hours.description, range: "整秒数，不大于 8784 小时"))
            return 3_600
        }
        return Int(bound)
    }

    func text(_ key: String) -> String {
        needs(key)
        return value(key).map { reader.text($0, name: key) } ?? ""
    }

    func choice<Choice>(_ key: String, as type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        value(key).flatMap { reader.choice($0, name: key, as: type) }
    }

    func list(_ key: String) -> [RuleNode] {
        needs(key)
        return value(key).map { reader.list($0, name: key) } ?? []
    }

    /// The flags of an edition of HJ 212, by the id of their rule.
    func flagRule(_ key: String) -> DischargeFlagRule? { rule(.dischargeFlags, key) }

    /// The marking rule, by its id.
    func markingRule(_ key: String) -> DischargeMarkingRule? { rule(.dischargeMarking, key) }

    /// Whether it is written at all.
    func has(_ key: String) -> Bool { value(key) != nil }

    func needs(_ key: String) {
        if value(key) == nil { reader.refuse(node, .missingKey(key)) }
    }

    /// At least one of the keys must be there.
    func needsOne(of keys: [String]) {
        guard let first = keys.first, !keys.contains(where: { value($0) != nil }) else { return }
        reader.refuse(node, .missingKey(first))
    }

    /// The decimals of the keys must not fall.
    func needsOrder(_ keys: [String]) {
        let present = keys.filter { value($0) != nil }
        for (low, high) in zip(present, present.dropFirst()) {
            guard let least = decimal(low), let most = decimal(high), least > most else { continue }
            refuse(high, .outOfRange(key: high, value: most.description, range: "不小于 \(low)（\(least)）"))
        }
    }

    private func rule<Rule>(_ kind: RuleKind<Rule>, _ key: String) -> Rule? {
        let id = text(key)
        guard !id.isEmpty else { return nil }
        if let rule = try? catalog.rule(kind, id: id, on: day) { return rule }
        refuse(key, .other(message: "“\(key)”所指的规则“\(id)”在 \(day) 未施行", mend: "改为 standards 中当日施行的编号"))
        return nil
    }

    private func value(_ key: String) -> RuleNode? { layers.lazy.compactMap { $0.optional(key) }.first }

    private func refuse(_ key: String, _ problem: CatalogFault.Problem) {
        reader.refuse(value(key) ?? node, problem)
    }

    private static func text(_ node: RuleNode) -> String {
        switch node.content {
        case .scalar(let text, _): text
        case .list(let nodes): "[" + nodes.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
