/// An amount of money in 分, a hundredth of a yuan; never a binary fraction.
package struct Money: Hashable, Sendable {
    /// In 分.
    package let fen: Int64

    /// - Parameter fen: in 分.
    package init(fen: Int64) { self.fen = fen }

    /// - Parameter yuan: whole yuan.
    package init(yuan: Int64) { fen = yuan * 100 }

    package static let zero = Money(fen: 0)
}

extension Money: Comparable {
    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}
