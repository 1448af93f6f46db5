import Accounts
import Testing

/// One-time codes as every authenticator app makes them.
struct OneTimeCodeTests {
    private static let seed = Array("12345678901234567890".utf8)

    @Test(arguments: [
        (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the codes of RFC 6238 come out, of their eight digits the last six`(seconds: Int64, code: String) {
        #expect(OneTimeCode.code(of: Self.seed, step: seconds / 30) == code)
    }

    @Test func `a clock may be half a minute off, not more, and no code is taken twice`() throws {
        let now: Int64 = 1_111_111_111
        let step = now / 30
        for offset: Int64 in -3...3 {
            let code = OneTimeCode.code(of: Self.seed, step: step + offset)
            let taken = OneTimeCode.step(of: code, seed: Self.seed, at: now, after: nil)
            #expect(taken == (abs(offset) <= 1 ? step + offset : nil))
        }
        let code = OneTimeCode.code(of: Self.seed, step: step)
        #expect(OneTimeCode.step(of: code, seed: Self.seed, at: now, after: step) == nil)
        #expect(OneTimeCode.step(of: "12345", seed: Self.seed, at: now, after: nil) == nil)
    }

    @Test(arguments: [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")])
    func `seeds are typed in base 32 as RFC 4648 writes it`(text: String, coded: String) {
        #expect(OneTimeCode.base32(Array(text.utf8)) == coded)
    }
}
