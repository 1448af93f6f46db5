/// How near two titles are.
enum Likeness {
    /// Whether one character changed, added or left out makes one of the other.
    static func isOneSlipApart(_ left: Scalars, _ right: Scalars) -> Bool {
        guard left != right, abs(left.count - right.count) <= 1 else { return false }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        var index = 0
        while index < short.count, short[index] == long[index] { index += 1 }
        let restShort = short[(left.count == right.count ? index + 1 : index)...]
        return restShort.elementsEqual(long[(index + 1)...])
    }

    /// The characters in which two titles that are one slip apart differ.
    static func difference(_ left: Scalars, _ right: Scalars) -> Set<Unicode.Scalar> {
        Set(left).symmetricDifference(Set(right))
    }
}
