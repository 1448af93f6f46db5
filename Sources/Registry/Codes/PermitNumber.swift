/// 排污许可证编号 and 排污登记编号, HJ 608—2017: the unit's 统一社会信用代码 (or a number given in its place), three digits for
/// the place of production, a letter.
enum PermitNumber {
    static func fault(of code: String) -> String? {
        let bytes = Array(code.utf8)
        guard bytes.count == 22 else { return "应为 22 位，现为 \(code.count) 位" }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard bytes[..<18].allSatisfy({ digits.contains($0) || letters.contains($0) }) else {
            return "前 18 位应为数字和大写字母"
        }
        guard bytes[18..<21].allSatisfy(digits.contains), letters.contains(bytes[21]) else {
            return "末 4 位应为 3 位顺序号和 1 位字母，如 001P"
        }
        return nil
    }
}
