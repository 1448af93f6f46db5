internal import Foundation

/// Round tick marks over a range of values: steps of 1, 2 or 5 times a power of ten.
struct ChartAxis: Hashable {
    /// Ticks are `step` times these whole numbers.
    let ticks: ClosedRange<Int>
    private let mantissa: Int
    private let exponent: Int

    /// An axis that holds all of `values` and, unless they are far from it and close together, zero.
    ///
    /// - Parameter wanted: about how many steps.
    init(_ values: [Double], wanted: Int = 5) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e12 }
        var lower = min(0, finite.min() ?? 0)
        var upper = max(0, finite.max() ?? 0)
        // A range far from zero (air pressure around 1013) would be a flat line: it may leave zero out.
        if let least = finite.min(), let most = finite.max(), least > 0, most > least, most - least < least / 4 {
            lower = least
            upper = most
        } else if let least = finite.min(), let most = finite.max(), most < 0, most > least,
            most - least < -most / 4
        {
            lower = least
            upper = most
        }
        if upper - lower < 1e-9 {
            lower = min(0, lower)
            upper = max(1, upper)
        }
        let rough = (upper - lower) / Double(max(1, wanted))
        var exponent = Int(log10(rough).rounded(.down))
        let fraction = rough / pow(10, Double(exponent))
        // The next rounder step up: at most `wanted` steps.
        let mantissa: Int
        if fraction <= 1 {
            mantissa = 1
        } else if fraction <= 2 {
            mantissa = 2
        } else if fraction <= 5 {
            mantissa = 5
        } else {
            mantissa = 1
            exponent += 1
        }
        self.mantissa = mantissa
        self.exponent = exponent
        let step = Double(mantissa) * pow(10, Double(exponent))
        // A hair of tolerance, or 0.3 / 0.1 would ask for a tick more.
        let first = Int((lower / step + 1e-9).rounded(.down))
        let last = Int((upper / step - 1e-9).rounded(.up))
        ticks = first...max(last, first + 1)
    }

    /// The value at a tick.
    func value(_ tick: Int) -> Double { Double(tick * mantissa) * pow(10, Double(exponent)) }

    var lower: Double { value(ticks.lowerBound) }
    var upper: Double { value(ticks.upperBound) }

    /// The tick's value as text, exact: whole-number arithmetic and a shifted point.
    func label(_ tick: Int) -> String {
        let number = tick * mantissa
        guard exponent < 0 else {
            return number == 0 ? "0" : String(number) + String(repeating: "0", count: exponent)
        }
        let digits = String(abs(number))
        let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        let whole = padded.dropLast(-exponent)
        return (number < 0 ? "-" : "") + whole + "." + padded.suffix(-exponent)
    }

    /// Where a value lies, 0 at the lower end and 1 at the upper; values outside are put on the edge.
    func fraction(_ value: Double) -> Double {
        min(1, max(0, (value - lower) / (upper - lower)))
    }
}
