import Catalog

/// `Catalog/examining/quantities.yaml`.
struct QuantityRules: Sendable {
    static let id = "quantities"

    /// Where two numbers must stand to be compared.
    enum Scope: String, CaseIterable { case sentence, paragraph, document }

    struct UnitRule: Sendable {
        let quantity: String
        let words: [Scalars]
        let allowed: [String]
    }

    struct Limit: Sendable {
        let id: String
        let lesser: [Scalars]
        let greater: [Scalars]
        let scope: Scope
        let isStrict: Bool
        let message: String
    }

    struct Sum: Sendable {
        let id: String
        let whole: [Scalars]
        let parts: [[Scalars]]
        let scope: Scope
        let message: String
    }

    let units: [UnitRule]
    let between: [Scalars]
    let wrongUnits: [(wrong: Scalars, right: String)]
    let limits: [Limit]
    let sums: [Sum]
    let boundedRates: [Scalars]
    let goodDayCounts: [Scalars]
    let goodDayRates: [Scalars]
    let changing: [Scalars]

    init(_ reader: RuleReader) {
        let body = reader.body(keys: [
            "units", "between", "wrong_units", "limits", "sums", "bounded_rates", "good_days", "changing",
        ])
        func words(_ row: RuleMapping, _ key: String) -> [Scalars] { row.texts(key).map { Scalars($0).folded } }
        units = body.list("units").map { node in
            let row = reader.mapping(node, keys: ["quantity", "words", "allowed"])
            return UnitRule(
                quantity: row.text("quantity"), words: words(row, "words"), allowed: row.texts("allowed"))
        }
        between = words(body, "between")
        wrongUnits = body.list("wrong_units").map { node in
            let row = reader.mapping(node, keys: ["wrong", "right"])
            return (Scalars(row.text("wrong")).folded, row.text("right"))
        }
        limits = body.list("limits").map { node in
            let row = reader.mapping(node, keys: ["id", "lesser", "greater", "scope", "strict", "message"])
            return Limit(
                id: row.text("id"), lesser: words(row, "lesser"), greater: words(row, "greater"),
                scope: row.choice("scope", as: Scope.self) ?? .sentence, isStrict: row.flag("strict"),
                message: row.text("message"))
        }
        sums = body.list("sums").map { node in
            let row = reader.mapping(node, keys: ["id", "whole", "parts", "scope", "message"])
            let parts = row.list("parts").map { part in
                reader.list(part, name: "parts").map { Scalars(reader.text($0, name: "parts")).folded }
            }
            return Sum(
                id: row.text("id"), whole: words(row, "whole"), parts: parts,
                scope: row.choice("scope", as: Scope.self) ?? .sentence, message: row.text("message"))
        }
        boundedRates = words(body, "bounded_rates")
        let days = body.mapping("good_days", keys: ["counts", "rates"])
        goodDayCounts = words(days, "counts")
        goodDayRates = words(days, "rates")
        changing = words(body, "changing")
    }
}
