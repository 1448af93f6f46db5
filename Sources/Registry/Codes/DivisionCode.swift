/// 行政区划代码: six digits to the county (GB/T 2260), three more to the town (GB/T 10114), three more to the village.
enum DivisionCode {
    /// The first two digits: provinces.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63,
        64, 65, 71, 81, 82,
    ]

    static func fault(of code: String) -> String? {
        guard [6, 9, 12].contains(code.utf8.count) else { return "应为 6、9 或 12 位数字" }
        return digitFault(of: code)
    }

    static func townFault(of code: String) -> String? {
        guard code.utf8.count == 9 else { return "应为 9 位数字（或末 3 位为 0 的 12 位）" }
        if let fault = digitFault(of: code) { return fault }
        return code.hasSuffix("000") ? "是省、市或区县的代码，不是街镇的" : nil
    }

    /// Nine digits of twelve that end in zeros.
    static func townNormal(_ code: String) -> String {
        code.utf8.count == 12 && code.hasSuffix("000") ? String(code.dropLast(3)) : code
    }

    private static func digitFault(of code: String) -> String? {
        guard code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return "应全为数字" }
        guard let province = Int(code.prefix(2)), provinces.contains(province) else {
            return "前两位 \(code.prefix(2)) 不是省级代码"
        }
        return nil
    }
}
