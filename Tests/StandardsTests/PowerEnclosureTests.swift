import BigInt
import Testing

@testable import Standards

struct PowerEnclosureTests {
    @Test
    func `the fast interval holds the precise one and is narrow`() {
        let fast = PowerEnclosure<UInt128>(bits: 60)
        let precise = PowerEnclosure<BigUInt>(bits: 240)
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let scale = Int.random(in: 1...18, using: &random)
            let excess = Int128.random(in: 0...PowerOfTen.int128(scale) * 30, using: &random)
            let narrow = precise.powerOfTen(minus: excess, scale: scale)
            let wide = fast.powerOfTen(minus: excess, scale: scale)
            #expect(BigUInt(wide.low) << 180 <= narrow.high)
            #expect(BigUInt(wide.high) << 180 >= narrow.low)
            #expect(BigUInt(wide.low) << 180 <= narrow.low)
            #expect(BigUInt(wide.high) << 180 >= narrow.high)
            #expect(wide.high - wide.low < 1 << 14, "error bound grew")
        }
    }

    @Test
    func `whole exponents enclose exact powers`() {
        let precise = PowerEnclosure<BigUInt>(bits: 120)
        for exponent in 0...30 {
            let interval = precise.powerOfTen(minus: Int128(exponent) * 100, scale: 2)
            let one = BigUInt(1) << 120
            let power = BigUInt(10).power(exponent)
            #expect(interval.low * power <= one)
            #expect(interval.high * power >= one)
        }
    }
}
