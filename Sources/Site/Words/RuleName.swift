/// Names of standards as they are cited.
enum RuleName {
    /// `HJ 633—2026` from `HJ 633-2026 环境空气质量指数（AQI）技术规定`; a title without a number stays as it is.
    static func short(_ title: String) -> String {
        let words = title.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "/") }),
            words[1].first?.isNumber == true
        else { return title }
        return "\(words[0]) \(words[1].replacing("-", with: "—"))"
    }
}
