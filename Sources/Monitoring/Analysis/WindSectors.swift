package import Standards

/// The sixteen directions of the compass, and how a measured direction falls to them without favouring any.
///
/// A direction in whole tens of degrees stands for ten degrees. North, which is 22.5° wide, holds 350°, 0° and 10°, its
/// neighbour only 20° and 30°: counted plainly, north would be half as frequent again. Here each value stands for the
/// interval of its resolution about it, and falls to the sectors by the share of the interval in each. The sum of all
/// sectors is the number of values.
package struct WindSectors: Sendable, Hashable {
    /// In publication order, clockwise from north.
    package static let names = [
        "北", "北东北", "东北", "东东北", "东", "东东南", "东南", "南东南", "南", "南西南", "西南", "西西南", "西", "西西北", "西北", "北西北",
    ]
    package static let count = 16

    /// Hundredths of a degree that a value stands for.
    package let resolution: Int

    /// Resolutions of instruments and of files, in hundredths of a degree, coarsest first.
    private static let candidates = [2_250, 1_000, 500, 100, 10, 1]
    private static let circle = 36_000
    private static let width = 2_250

    /// Takes the coarsest resolution of which all directions are multiples.
    package init(of directions: some Sequence<ExactDecimal>) {
        let all = directions.compactMap(Self.hundredths)
        resolution = Self.candidates.first { step in all.allSatisfy { $0.isMultiple(of: step) } } ?? 1
    }

    /// The sectors of a direction with the share that falls to each, which sum to one; nil outside 0 … 360.
    package func shares(of direction: ExactDecimal) -> [(sector: Int, share: Rational)]? {
        guard let angle = Self.hundredths(direction) else { return nil }
        // Doubled, so that halves of the resolution and of a sector stay whole; from the western edge of north.
        var position = 2 * angle - resolution + Self.width
        var left = 2 * resolution
        var shares: [(sector: Int, share: Rational)] = []
        while left > 0 {
            let wrapped = (position + 2 * Self.circle) % (2 * Self.circle)
            let sector = wrapped / (2 * Self.width)
            let piece = min(left, 2 * Self.width - wrapped % (2 * Self.width))
            if let share = try? Rational(numerator: piece, denominator: 2 * resolution) {
                shares.append((sector, share))
            }
            position += piece
            left -= piece
        }
        return shares
    }

    /// A direction in hundredths of a degree, 0 ..< 36,000; nil outside 0 … 360.
    private static func hundredths(_ direction: ExactDecimal) -> Int? {
        guard direction >= 0, direction <= 360, let scaled = try? Rational(direction * 100).rounded(decimals: 0)
        else { return nil }
        return Int(scaled.significand) % circle
    }
}
