/// The level that is reached or exceeded for a share of the time: L10, L50, L90 (累积百分声级).
///
/// Samples stand for equal times. Sorted from loud to quiet, `L_N` is the sample at rank `⌈n·N/100⌉`: of 100 samples
/// L10 is the 10th, L50 the 50th, L90 the 90th. It is always a level that was measured, never one between two.
public enum ExceededLevel {
    /// `L_percent` of samples in dB.
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a percentage outside 1 … 99.
    public static func level(
        _ percent: Int, of samples: some Collection<ExactDecimal>
    ) throws(StandardsError) -> ExactDecimal {
        try levels([percent], of: samples)[0]
    }

    /// Several at once, sorting once: `levels([10, 50, 90], of: samples)`.
    ///
    /// - Throws: as for one.
    public static func levels(
        _ percents: [Int], of samples: some Collection<ExactDecimal>
    ) throws(StandardsError) -> [ExactDecimal] {
        guard !samples.isEmpty else { throw StandardsError(.noValues) }
        for percent in percents where !(1...99).contains(percent) {
            throw StandardsError(.valueOutOfRange, subject: "percent", value: "\(percent)")
        }
        let sorted = samples.sorted(by: >)
        return percents.map { percent in
            let (whole, rest) = (sorted.count * percent).quotientAndRemainder(dividingBy: 100)
            return sorted[rest == 0 ? whole - 1 : whole]
        }
    }
}
