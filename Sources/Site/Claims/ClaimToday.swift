import Ledger
import Reporting
import Standards

/// What the figure of a claim is today.
struct ClaimToday {
    let verdict: ClaimPage.Verdict
    /// Whether it would be printed otherwise, or rests on other inputs.
    let isChanged: Bool

    init(_ sealed: SealedClaim, _ request: FigureRequest, in context: PageContext) throws {
        let claim = sealed.set.claims[sealed.place]
        let value: FigureValue
        do {
            value = try context.engine.value(request)
        } catch let error as ReportingError where [.unknownFigure, .notInForce, .missingArgument].contains(error.code) {
            isChanged = false
            verdict = ClaimPage.Verdict(
                tone: "plain", text: "现在不再计算", remark: "现行规则目录中没有这个指标的定义；凭证所据的定义仍在台账中。")
            return
        }
        if value.printed != claim.printed {
            isChanged = true
            verdict = ClaimPage.Verdict(
                tone: "warn", text: "现在是 \(value.screenTextWithUnit)，与定稿不同", remark: "定稿不变；不同的原因可逐条查明。")
        } else if try ClaimSet.inputs(of: value, with: sealed.set.tree.hasher).root.base64 != claim.inputRoot {
            isChanged = true
            verdict = ClaimPage.Verdict(
                tone: "warn", text: "现在印出来仍是这个数，输入已有变化", remark: "定稿所据的输入保留在台账中。")
        } else {
            isChanged = false
            verdict = ClaimPage.Verdict(tone: "better", text: "现在计算的结果与定稿相同，输入也相同", remark: nil)
        }
    }
}
