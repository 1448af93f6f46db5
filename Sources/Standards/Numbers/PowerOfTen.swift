/// Powers of ten that fit the integers used here.
@usableFromInline
enum PowerOfTen {
    /// 10⁰ … 10¹⁸, every power that fits an `Int64`.
    @usableFromInline
    static let int64: [Int64] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ]

    /// 10 to the power of `exponent` (0 … 38) as a 128-bit integer.
    static func int128(_ exponent: Int) -> Int128 {
        exponent <= 18
            ? Int128(int64[exponent]) : Int128(int64[18]) * int128(exponent - 18)
    }
}
