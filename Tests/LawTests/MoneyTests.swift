import Testing

@testable import Law

/// Amounts as people and documents of payment write them.
struct MoneyTests {
    @Test(
        arguments: [
            (10_000_000, "10万元"), (11_500_000, "11.5万元"), (500_000, "5000元"), (300_050, "3000.50元"), (0, "0元"),
            (10_000_100, "100001元"), (195_000_000, "195万元"), (12_345_600, "123456元"), (1_000_000, "1万元"),
            (-11_500_000, "-11.5万元"),
        ] as [(Int64, String)])
    func `an amount is written as people say it`(fen: Int64, text: String) {
        #expect(Money(fen: fen).description == text)
    }

    /// The examples of 《正确填写票据和结算凭证的基本规定》 (支付结算办法附一), and what fines look like.
    @Test(
        arguments: [
            (140_950, "壹仟肆佰零玖元伍角整"), (600_714, "陆仟零柒元壹角肆分"), (168_032, "壹仟陆佰捌拾元叁角贰分"),
            (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"), (10_000_000, "壹拾万元整"), (1_050_000, "壹万零伍佰元整"),
            (2_001_000_000, "贰仟零壹万元整"), (10_000_500, "壹拾万零伍元整"), (50, "伍角整"), (5, "伍分"), (0, "零元整"),
            (10_000_000_001, "壹亿元零壹分"), (1_000_500_000_000, "壹佰亿零伍佰万元整"),
        ] as [(Int64, String)])
    func `an amount in the numerals of payment follows the rules for cheques`(fen: Int64, text: String) {
        #expect(Money(fen: fen).formalText == text)
    }

    @Test func `an amount in the numerals of payment can be read back`() throws {
        var random = SystemRandomNumberGenerator()
        for digits in 1...14 {
            for _ in 0..<40 {
                var most: Int64 = 1
                for _ in 0..<digits { most *= 10 }
                // Zeros in the middle are where such texts go wrong.
                var fen = Int64.random(in: 0..<most, using: &random)
                if Bool.random(using: &random) { fen -= fen % 1_000_000 - fen % 1_000 }
                #expect(Self.read(Money(fen: fen).formalText) == fen, "\(fen)")
            }
        }
    }

    /// The reverse of `formalText`, as a person reads: digits by places, groups by 万 and 亿.
    private static func read(_ text: String) -> Int64? {
        let digits: [Character: Int64] = [
            "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
        ]
        var (total, group, digit): (Int64, Int64, Int64) = (0, 0, 0)
        for character in text {
            switch character {
            case "拾": (group, digit) = (group + digit * 10, 0)
            case "佰": (group, digit) = (group + digit * 100, 0)
            case "仟": (group, digit) = (group + digit * 1_000, 0)
            case "万": (total, group, digit) = (total + (group + digit) * 1_000_000, 0, 0)
            case "亿": (total, group, digit) = (total + (group + digit) * 10_000_000_000, 0, 0)
            case "元": (total, group, digit) = (total + (group + digit) * 100, 0, 0)
            case "角": (total, digit) = (total + digit * 10, 0)
            case "分": (total, digit) = (total + digit, 0)
            case "整": break
            default:
                guard let value = digits[character] else { return nil }
                digit = value
            }
        }
        return total
    }
}
