package import Standards

/// Keys and values of one mapping, read through a `RuleReader` that collects the faults.
///
/// A required key that is absent or wrong records a fault and yields a stand-in; see `RuleReader`. The `optional…` forms
/// yield nil when the key is absent or empty.
package struct RuleMapping {
    /// Where the mapping stands.
    package let node: RuleNode
    /// Keys and values in the order of the file.
    package let entries: [RuleNode.Entry]
    let reader: RuleReader
    /// Whether the mapping stands in for one that is absent, which was recorded once; its keys are not missed again.
    var isStandIn = false

    /// The value of a key; nil when the key is absent or its value empty.
    package func optional(_ key: String) -> RuleNode? {
        entries.first { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// The value of a key that must be there; nil, with a fault, otherwise.
    package func required(_ key: String) -> RuleNode? {
        if let value = optional(key) { return value }
        if !isStandIn { reader.refuse(node, .missingKey(key)) }
        return nil
    }

    /// A required text.
    package func text(_ key: String) -> String {
        required(key).map { reader.text($0, name: key) } ?? ""
    }

    /// A text, if there is one.
    package func optionalText(_ key: String) -> String? {
        optional(key).map { reader.text($0, name: key) }
    }

    /// A required whole number in a range.
    package func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
        required(key).map { reader.integer($0, name: key, in: range) } ?? range.lowerBound
    }

    /// A whole number in a range, if there is one.
    package func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
        optional(key).map { reader.integer($0, name: key, in: range) }
    }

    /// A required decimal.
    package func decimal(_ key: String) -> ExactDecimal {
        required(key).map { reader.decimal($0, name: key) } ?? .zero
    }

    /// A decimal, if there is one.
    package func optionalDecimal(_ key: String) -> ExactDecimal? {
        optional(key).map { reader.decimal($0, name: key) }
    }

    /// A required fraction.
    package func fraction(_ key: String) -> Rational {
        required(key).map { reader.fraction($0, name: key) } ?? .zero
    }

    /// A required day.
    package func date(_ key: String) -> CivilDate {
        required(key).map { reader.date($0, name: key) } ?? .first
    }

    /// A day, if there is one.
    package func optionalDate(_ key: String) -> CivilDate? {
        optional(key).map { reader.date($0, name: key) }
    }

    /// A required `true` or `false`.
    package func flag(_ key: String) -> Bool {
        required(key).map { reader.flag($0, name: key) } ?? false
    }

    /// `true` or `false`, if given.
    package func optionalFlag(_ key: String) -> Bool? {
        optional(key).map { reader.flag($0, name: key) }
    }

    /// A required word of a closed list; nil, with a fault, when it is absent or another.
    package func choice<Choice>(_ key: String, as type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        required(key).flatMap { reader.choice($0, name: key, as: type) }
    }

    /// A word of a closed list, if there is one.
    package func optionalChoice<Choice>(_ key: String, as type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        optional(key).flatMap { reader.choice($0, name: key, as: type) }
    }

    /// A required mapping with fixed keys.
    package func mapping(_ key: String, keys: [String]) -> RuleMapping {
        required(key).map { reader.mapping($0, keys: keys) } ?? empty
    }

    /// A mapping with fixed keys, if there is one.
    package func optionalMapping(_ key: String, keys: [String]) -> RuleMapping? {
        optional(key).map { reader.mapping($0, keys: keys) }
    }

    /// A required mapping whose keys are data.
    package func openMapping(_ key: String) -> RuleMapping {
        required(key).map { reader.openMapping($0, name: key) } ?? empty
    }

    /// The elements of a required list.
    package func list(_ key: String) -> [RuleNode] {
        required(key).map { reader.list($0, name: key) } ?? []
    }

    /// The elements of a list; none when the key is absent.
    package func optionalList(_ key: String) -> [RuleNode] {
        optional(key).map { reader.list($0, name: key) } ?? []
    }

    /// The texts of a required list.
    package func texts(_ key: String) -> [String] {
        list(key).map { reader.text($0, name: key) }
    }

    /// The texts of a list; none when it is absent.
    package func optionalTexts(_ key: String) -> [String] {
        optionalList(key).map { reader.text($0, name: key) }
    }

    /// Records a fault at the value of a key, or at the mapping when the key is absent.
    package func refuse(_ key: String, _ problem: CatalogFault.Problem) {
        reader.refuse(optional(key) ?? node, problem)
    }

    private var empty: RuleMapping { RuleMapping(node: node, entries: [], reader: reader, isStandIn: true) }
}
