extension Money: CustomStringConvertible {
    /// As people say it: `11.5万元`, `5000元`, `3000.50元`.
    package var description: String {
        let yuan = fen.magnitude / 100
        let cents = fen.magnitude % 100
        let sign = fen < 0 ? "-" : ""
        if cents == 0, yuan >= 10_000, yuan % 100 == 0 {
            return sign + Self.decimal(whole: yuan / 10_000, fraction: yuan % 10_000, digits: 4) + "万元"
        }
        return sign + (cents == 0 ? "\(yuan)" : "\(yuan).\(cents < 10 ? "0" : "")\(cents)") + "元"
    }

    private static func decimal(whole: UInt64, fraction: UInt64, digits: Int) -> String {
        if fraction == 0 { return "\(whole)" }
        var text = String(fraction)
        text = String(repeating: "0", count: digits - text.count) + text
        while text.hasSuffix("0") { text.removeLast() }
        return "\(whole).\(text)"
    }

    /// In the numerals of documents of payment: `壹拾壹万伍仟元整`, `叁元零伍分` (《支付结算办法》附一 正确填写票据和结算凭证的基本规定).
    package var formalText: String {
        let yuan = fen.magnitude / 100
        let jiao = Int(fen.magnitude / 10 % 10)
        let cents = Int(fen.magnitude % 10)
        var text = yuan == 0 ? (fen == 0 ? "零元" : "") : Self.formal(yuan) + "元"
        if jiao == 0, cents == 0 { return text + "整" }
        if jiao > 0 { text += Self.digits[jiao] + "角" } else if yuan > 0 { text += "零" }
        text += cents > 0 ? Self.digits[cents] + "分" : "整"
        return text
    }

    private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
    private static let places = ["", "拾", "佰", "仟"]
    private static let groups = ["", "万", "亿", "万亿"]

    /// A number in groups of four places; a gap of zeros between two digits is one 零.
    private static func formal(_ number: UInt64) -> String {
        var groups: [Int] = []
        var rest = number
        while rest > 0 {
            groups.append(Int(rest % 10_000))
            rest /= 10_000
        }
        var text = ""
        for (place, group) in groups.enumerated().reversed() where group > 0 {
            let isAfterGap = !text.isEmpty && (group < 1_000 || (place + 1 < groups.count && groups[place + 1] == 0))
            text += (isAfterGap ? digits[0] : "") + four(group) + Self.groups[place]
        }
        return text
    }

    private static func four(_ number: Int) -> String {
        var text = ""
        var hasGap = false
        for place in stride(from: 3, through: 0, by: -1) {
            let digit = number / [1, 10, 100, 1_000][place] % 10
            if digit == 0 {
                hasGap = !text.isEmpty
                continue
            }
            text += (hasGap ? digits[0] : "") + digits[digit] + places[place]
            hasGap = false
        }
        return text
    }
}
