import Testing

@testable import Registry

/// Codes by their published forms.
struct CodeCheckTests {
    /// Codes of enterprises as a public list of 2016—2019 has them (GitHub dennis0818/EnterpriseProfile-Primary).
    @Test(arguments: ["91640000321673484F", "916400002276950035", "91640521694309204K", "91640221MA76C0RD96"])
    func `a published 统一社会信用代码 passes the check of GB 32100`(_ code: String) {
        #expect(CodeCheck.credit.fault(of: code) == nil)
    }

    @Test func `any single wrong sign of a 统一社会信用代码 is found`() {
        let code = Array("91640000321673484F")
        for place in code.indices {
            for sign in "0123456789ABCDEFGHJKLMNPQRTUWXY" where sign != code[place] {
                var wrong = code
                wrong[place] = sign
                #expect(CodeCheck.credit.fault(of: String(wrong)) != nil, "\(place) \(sign)")
            }
        }
    }

    /// From the same list: letters for digits, a digit too many, nothing but a check that does not fit.
    @Test(arguments: [
        ("91640300MA75WONY35", "第 14 位“O”"), ("91640205750828907P", "校验位不符"), ("916400005641143891B", "应为 18 位"),
        ("91640221MA76CORD96", "第 14 位“O”"),
    ])
    func `a wrong code is refused with the place or the right sign`(_ code: String, _ words: String) throws {
        #expect(try #require(CodeCheck.credit.fault(of: code)).contains(words))
    }

    @Test func `the check sign is named`() {
        #expect(CodeCheck.credit.fault(of: "916400003216734840") == "校验位不符，按前 17 位应为 F")
    }

    @Test func `codes are kept in capitals of half width without blanks`() {
        #expect(CodeCheck.credit.normal(" ９１640000 321673484f\u{200B}") == "91640000321673484F")
        #expect(CodeCheck.town.normal("120111101000") == "120111101")
    }

    @Test(arguments: ["91640000321673484F001W", "H9640200000000001F001P"])
    func `permit numbers have 18 signs, a number and a letter`(_ code: String) {
        #expect(CodeCheck.permit.fault(of: code) == nil)
        #expect(CodeCheck.permit.fault(of: String(code.dropLast())) != nil)
        #expect(CodeCheck.permit.fault(of: code.dropLast() + "1") != nil)
    }

    @Test func `a code of a county is no code of a town`() {
        #expect(CodeCheck.town.fault(of: "120111101") == nil)
        #expect(CodeCheck.town.fault(of: "120111000") == "是省、市或区县的代码，不是街镇的")
        #expect(CodeCheck.division.fault(of: "120111") == nil)
        #expect(CodeCheck.division.fault(of: "990111") != nil)
        #expect(CodeCheck.division.fault(of: "12011") != nil)
    }

    @Test(arguments: [
        ("C2611", true), ("2611", true), ("D44", true), ("C", true), ("U01", false), ("98", false), ("26111", false),
        ("C2a", false),
    ])
    func `industries have a letter of A to T, two to four digits, or both`(_ code: String, _ isRight: Bool) {
        #expect((CodeCheck.industry.fault(of: code) == nil) == isRight)
    }
}
