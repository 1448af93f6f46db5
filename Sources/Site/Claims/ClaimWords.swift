import Catalog
import Ledger
import Reporting
import Standards

/// A claim in words, from its bytes: also where the figure is no longer defined.
struct ClaimWords {
    private let claim: Claim
    private let request: FigureRequest
    private let context: PageContext

    init(_ claim: Claim, _ request: FigureRequest, in context: PageContext) {
        self.claim = claim
        self.request = request
        self.context = context
    }

    private func text(_ name: String) -> String { claim.body[name]?.text ?? "" }

    private var arguments: [LabelledText] {
        request.arguments.sorted { $0.key < $1.key }.map { FigureWords.argument($0.key, $0.value, in: context) }
    }

    /// Title with place and item: PM₂.₅ 日评价浓度（大寺镇）.
    var name: String {
        let title = ScreenText.lowered(text("title"))
        return arguments.isEmpty ? title : "\(title)（\(arguments.map(\.value).joined(separator: "，"))）"
    }

    var value: String { ScreenText.lowered(claim.printed) }

    /// Words and changes carry no unit of their own.
    var unit: String? {
        let unit = text("unit")
        return unit.isEmpty || ExactDecimal(claim.printed) == nil ? nil : ScreenText.unit(unit)
    }

    var rounding: FigurePage.Rounding {
        let exact = claim.body["exact"]?.text.flatMap { Rational($0) }
        let decimals = claim.body["decimals"]?.integer
        return FigurePage.Rounding(
            exact: exact.map(\.screenText) ?? "无值",
            rule: decimals.map { "GB/T 8170—2008 四舍六入五成双，保留 \($0) 位小数，只修约一次" } ?? "不修约",
            printed: [value, unit].compactMap(\.self).joined(separator: " "))
    }

    var meaning: [LabelledText] {
        let (from, to) = (text("from"), text("to"))
        let days = [from, to].compactMap { CivilDate($0)?.chinese }
        let period = from == to ? days.first ?? from : days.joined(separator: "至")
        let measure = Measure(rawValue: text("measure"))?.name ?? text("measure")
        return [
            LabelledText(
                label: "指标定义", value: "\(request.id)（\(text("since")) 起的版本）", href: SiteURL.rule(request.id).path),
            LabelledText(label: "计算方法", value: measure, href: nil),
            LabelledText(label: "时段", value: period, href: nil),
        ] + arguments + [LabelledText(label: "完整性", value: completeness, href: nil)]
    }

    private var completeness: String {
        if !claim.parts.isEmpty { return "由 \(claim.parts.count) 个指标算出，完整性见各自的凭证" }
        let present = claim.body["present"]?.integer ?? 0
        let expected = claim.body["expected"]?.integer.map { "应有 \($0) 项，" } ?? ""
        return "\(expected)输入 \(claim.inputCount) 项，其中有值 \(present) 项"
    }

    var rules: [TextLink] {
        let known = context.catalog.rules
        return (claim.body["rules"]?.elements ?? []).compactMap(\.text).map { id in
            let title = known.first { $0.header.id == id }?.header.title
            return TextLink(label: title.map { "\(id)　\($0)" } ?? id, href: SiteURL.rule(id).path)
        }
    }
}
