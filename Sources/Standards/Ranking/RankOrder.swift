/// Numbers that order an object, the first first, the lower the better; an absent one stands behind all others.
struct RankOrder: Comparable {
    let keys: [Rational?]

    static func < (left: RankOrder, right: RankOrder) -> Bool {
        for (one, other) in zip(left.keys, right.keys) where one != other {
            guard let one else { return false }
            return other.map { one < $0 } ?? true
        }
        return false
    }
}
