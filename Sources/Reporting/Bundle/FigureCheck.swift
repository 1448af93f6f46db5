import Ledger
import Records
import Standards

/// Computes the value of a claim again from its inputs, or from the claims that it is computed from.
struct FigureCheck {
    private let claim: Claim
    private let place: Int
    private let inputs: [CanonicalValue]
    private let claims: [(place: Int, claim: Claim)]

    init(_ claim: Claim, at place: Int, inputs: [CanonicalValue], _ claims: [(place: Int, claim: Claim)]) {
        self.claim = claim
        self.place = place
        self.inputs = inputs
        self.claims = claims
    }

    /// - Throws: `ReportingError` with `.refuted`.
    func run() throws {
        guard let measure = Measure(rawValue: claim.body["measure"]?.text ?? "") else {
            throw BundleCheck.refuted("claim/\(place)", "算法")
        }
        let rows = try inputs.enumerated().map { try Self.row($1, "input/\(place)/\($0)") }
        let percentile = claim.body["percentile"]?.text.flatMap { Rational($0) }
        let computed =
            measure.combinesFigures
            ? try measure.value(of: part(0), and: part(1))
            : try measure.value(of: rows, percentile: percentile)
        let isEmpty = rows.isEmpty && measure == .maximum
        let value = isEmpty ? nil : computed
        guard value?.description == claim.body["exact"]?.text else {
            throw BundleCheck.refuted("claim/\(place)", "重新计算的结果 \(value?.description ?? "无值")")
        }
        let decimals = claim.body["decimals"]?.integer.map(Int.init)
        let rounded = try decimals.flatMap { decimals in try value?.rounded(decimals: decimals) }
        guard rounded?.description == claim.body["rounded"]?.text else {
            throw BundleCheck.refuted("claim/\(place)", "修约的结果")
        }
        let present = rows.count { $0.value != nil }
        guard claim.body["present"]?.integer == Int64(present) else {
            throw BundleCheck.refuted("claim/\(place)", "实有数")
        }
    }

    private func part(_ number: Int) throws -> Rational? {
        guard claim.parts.count == 2, let part = claims.first(where: { $0.place == claim.parts[number] })?.claim else {
            throw BundleCheck.refuted("claim/\(place)", "所据的指标")
        }
        let member = claim.body["partsRounded"]?.bool == true ? "rounded" : "exact"
        return part.body[member]?.text.flatMap { Rational($0) }
    }

    private static func row(_ input: CanonicalValue, _ item: String) throws -> FigureInput {
        guard let id = input["id"]?.text, let weight = Rational(input["weight"]?.text ?? "") else {
            throw BundleCheck.refuted(item, "输入的写法")
        }
        let text = input["value"]?.text
        let value = text.flatMap { Rational($0) }
        guard (text == nil) == (value == nil) else { throw BundleCheck.refuted(item, "输入的数值") }
        return FigureInput(
            id: InputID(rawValue: id), label: input["label"]?.text ?? "", value: value, weight: weight,
            rule: input["rule"]?.text ?? "")
    }
}
