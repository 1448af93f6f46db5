import Catalog
import HJ212

extension UnitTrap {
    /// Powers of ten between units that devices confuse.
    private static let powers = -9...9
    /// No plausible value of any factor lies beyond.
    private static let bounds = 0...1_000_000_000

    /// Reads one entry of `unit_traps`.
    static func read(_ node: RuleNode, with reader: RuleReader) -> UnitTrap {
        let row = reader.mapping(node, keys: ["code", "unit", "sent", "power", "plausible"])
        let plausible = row.mapping("plausible", keys: ["from", "to"])
        let from = plausible.integer("from", in: bounds)
        let to = plausible.integer("to", in: bounds)
        if to < from { plausible.refuse("to", .outOfRange(key: "to", value: "\(to)", range: "\(from)…")) }
        return UnitTrap(
            code: row.text("code"), power: row.integer("power", in: powers),
            plausible: Int64(from)...Int64(max(from, to)))
    }
}
