/// A code of 国民经济行业分类, GB/T 4754—2017: a section's letter, the digits of division, group and class, or both.
enum IndustryCode {
    static func fault(of code: String) -> String? {
        var digits = Substring(code)
        var hasLetter = false
        if let first = digits.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
            guard first <= UInt8(ascii: "T") else { return "门类字母应为 A—T" }
            hasLetter = true
            digits = digits.dropFirst()
        }
        if digits.isEmpty { return hasLetter ? nil : "为空" }
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            (2...4).contains(digits.utf8.count)
        else { return "应为门类字母加 2—4 位数字，如 C2611 或 2611" }
        guard let division = Int(digits.prefix(2)), (1...97).contains(division) else {
            return "大类 \(digits.prefix(2)) 超出 01—97"
        }
        return nil
    }
}
