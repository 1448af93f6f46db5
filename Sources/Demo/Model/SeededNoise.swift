/// Noise that can be asked for any place in any order: every value is a hash of (seed, channel, index), so that history
/// made in bulk and a live device asked a year later agree, and nothing has to be remembered between two questions.
///
/// The arithmetic is IEEE addition and multiplication only: the same on every machine.
struct SeededNoise: Sendable {
    let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
    }

    /// The 64 bits of one place: the finaliser of SplitMix64 over a counter. Neighbouring places are independent.
    func bits(_ channel: Int, _ index: Int) -> UInt64 {
        var z = seed &+ UInt64(truncatingIfNeeded: channel) &* 0xD1B5_4A32_D192_ED03
        z = z &+ UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Evenly spread in 0 ..< 1.
    func unit(_ channel: Int, _ index: Int) -> Double {
        Double(bits(channel, index) >> 11) * 0x1p-53
    }

    /// Evenly spread whole number in 0 ..< `count`.
    func pick(_ channel: Int, _ index: Int, of count: Int) -> Int {
        Int(bits(channel, index) >> 33) % count
    }

    /// Bell-shaped around 0 with variance 1, never beyond ±3.5: the sum of the four 16-bit quarters of one hash.
    func bell(_ channel: Int, _ index: Int) -> Double {
        let z = bits(channel, index)
        let sum = (z & 0xFFFF) + ((z >> 16) & 0xFFFF) + ((z >> 32) & 0xFFFF) + (z >> 48)
        return (Double(sum) * 0x1p-16 - 2) * 1.7320508075688772
    }

    /// A smooth curve through a bell-shaped value every `period` places; between two of them it runs without a kink.
    func smooth(_ channel: Int, _ position: Int, period: Int) -> Double {
        let cell = position.floored(by: period)
        let t = Double(position - cell * period) / Double(period)
        let from = bell(channel, cell)
        let to = bell(channel, cell + 1)
        return from + (to - from) * (t * t * (3 - 2 * t))
    }
}
