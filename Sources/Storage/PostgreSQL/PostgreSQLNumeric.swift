/// The server's NUMERIC, which sums of integers are.
enum PostgreSQLNumeric {
    private static let base: Int64 = 10_000
    private static let negative: UInt16 = 0x4000

    /// The integer that a value is; nil when it has a fraction or is too great.
    ///
    /// - Parameter bytes: count of digits to the base 10,000, weight of the first, sign, scale, digits; each two bytes.
    static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        guard bytes.count >= 8 else { return nil }
        let word = { (index: Int) in UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
        }
        let count = Int(word(0))
        let weight = Int(Int16(bitPattern: word(1)))
        let sign = word(2)
        guard bytes.count >= 8 + count * 2, sign == 0 || sign == negative, weight <= 4 else { return nil }
        var number: Int64 = 0
        for place in 0..<max(count, weight + 1) {
            let digit = place < count ? Int64(word(4 + place)) : 0
            if place > weight {
                guard digit == 0 else { return nil }
                continue
            }
            let (product, isTooGreat) = number.multipliedReportingOverflow(by: base)
            // Below zero all the way, as there is one more number there.
            let (sum, isOver) = product.subtractingReportingOverflow(digit)
            guard !isTooGreat, !isOver else { return nil }
            number = sum
        }
        if sign == negative { return number }
        let (positive, isOver) = Int64(0).subtractingReportingOverflow(number)
        return isOver ? nil : positive
    }
}
