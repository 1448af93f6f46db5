/// The codes whose form and check digits the registry knows.
package enum CodeCheck: String, Sendable, CaseIterable {
    /// 统一社会信用代码, GB 32100—2015.
    case credit
    /// 排污许可证编号 or 登记编号: the form of HJ 608—2017; its last sign is not checked.
    case permit
    /// 行政区划代码 of a province, city or county (six digits) or below (nine, twelve), GB/T 2260 and GB/T 10114.
    case division
    /// 乡级行政区划代码: nine digits, or twelve that end in zeros.
    case town
    /// 国民经济行业分类, GB/T 4754—2017: a letter, two to four digits, or both.
    case industry

    /// Why a code cannot be one, in Chinese; nil when it can.
    ///
    /// - Parameter code: as `normal(_:)` gives it.
    package func fault(of code: String) -> String? {
        switch self {
        case .credit: CreditCode.fault(of: code)
        case .permit: PermitNumber.fault(of: code)
        case .division: DivisionCode.fault(of: code)
        case .town: DivisionCode.townFault(of: code)
        case .industry: IndustryCode.fault(of: code)
        }
    }

    /// The code in the form in which it is kept: upper case, digits and letters of half width, without blanks; a town's
    /// code has nine digits.
    package func normal(_ text: String) -> String {
        let code = HalfWidth.folded(text).filter { !$0.isWhitespace }.uppercased()
        return self == .town ? DivisionCode.townNormal(code) : code
    }
}
