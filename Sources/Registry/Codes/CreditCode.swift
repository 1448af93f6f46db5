/// 统一社会信用代码, GB 32100—2015: 18 signs of 31, the last of which checks the others.
enum CreditCode {
    /// The signs and their values by place: digits and capitals without I, O, S, V, Z (table 2 of the standard).
    private static let signs = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    /// The weights of the first 17 signs: powers of 3 modulo 31.
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    static func fault(of code: String) -> String? {
        let bytes = Array(code.utf8)
        guard bytes.count == 18 else { return "应为 18 位，现为 \(code.count) 位" }
        var values: [Int] = []
        for (place, byte) in bytes.enumerated() {
            guard let value = signs.firstIndex(of: byte) else {
                let sign = String(decoding: [byte], as: UTF8.self)
                return "第 \(place + 1) 位“\(sign)”不是代码字符（不用 I、O、S、V、Z）"
            }
            values.append(value)
        }
        guard bytes[2..<8].allSatisfy({ $0 < UInt8(ascii: "A") }) else { return "第 3—8 位应为登记机关的行政区划，全为数字" }
        let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (31 - sum % 31) % 31
        guard values[17] == check else {
            return "校验位不符，按前 17 位应为 \(String(decoding: [signs[check]], as: UTF8.self))"
        }
        return nil
    }
}
