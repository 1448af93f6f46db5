/// Articles as official papers cite them.
package enum ArticleCitation {
    private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let places = ["", "十", "百", "千"]

    /// `生态环境法典第1107条第1款` becomes 《中华人民共和国生态环境法典》第一千一百零七条第一款; what has another shape stays as it is.
    package static func formal(_ written: String) -> String {
        guard let mark = written.firstIndex(of: "第"), mark > written.startIndex else { return written }
        let name = String(written[..<mark])
        let isLaw = name.hasSuffix("法") || name.hasSuffix("法典")
        let full = isLaw && !name.hasPrefix("中华人民共和国") ? "中华人民共和国\(name)" : name
        return "《\(full)》" + numerals(written[mark...])
    }

    /// Every number of a text in Chinese numerals.
    private static func numerals(_ text: Substring) -> String {
        var result = ""
        var number = ""
        for letter in text {
            if letter.isASCII, letter.isNumber {
                number.append(letter)
            } else {
                if let value = Int(number) { result += chinese(value) }
                number = ""
                result.append(letter)
            }
        }
        if let value = Int(number) { result += chinese(value) }
        return result
    }

    /// A number below ten thousand: 1107 is 一千一百零七, 10 is 十.
    static func chinese(_ value: Int) -> String {
        guard (1..<10_000).contains(value) else { return value == 0 ? "零" : String(value) }
        var text = ""
        var isGap = false
        let written = Array(String(value)).compactMap(\.wholeNumberValue)
        for (index, digit) in written.enumerated() {
            guard digit > 0 else {
                isGap = true
                continue
            }
            if isGap, !text.isEmpty { text += "零" }
            isGap = false
            let place = written.count - index - 1
            text += (digit == 1 && place == 1 && index == 0 ? "" : digits[digit]) + places[place]
        }
        return text
    }
}
