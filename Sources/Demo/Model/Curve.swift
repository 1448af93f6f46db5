/// The two curves the model needs, from the four basic operations only: libraries differ in the last bit of `cos` and
/// `exp`, and a bit is enough to turn a rounded value.
enum Curve {
    /// cos(2πx), error below 1e-6.
    static func wave(_ turns: Double) -> Double {
        var x = turns - turns.rounded(.down)
        if x > 0.5 { x = 1 - x }
        // On 0 … ½ the cosine is antisymmetric about ¼.
        let flipped = x > 0.25
        if flipped { x = 0.5 - x }
        let a = x * 6.283185307179586
        let s = a * a
        var series = 1 - s / 90
        series = 1 - s / 56 * series
        series = 1 - s / 30 * series
        series = 1 - s / 12 * series
        series = 1 - s / 2 * series
        return flipped ? -series : series
    }

    /// eˣ for −30 … 30, relative error below 1e-8.
    static func exponential(_ x: Double) -> Double {
        let power = x * 1.4426950408889634
        let whole = power.rounded(.down)
        let r = (power - whole) * 0.6931471805599453
        var series = 1 + r / 9
        series = 1 + r / 8 * series
        series = 1 + r / 7 * series
        series = 1 + r / 6 * series
        series = 1 + r / 5 * series
        series = 1 + r / 4 * series
        series = 1 + r / 3 * series
        series = 1 + r / 2 * series
        series = 1 + r * series
        return Double(sign: .plus, exponent: Int(whole), significand: series)
    }
}
