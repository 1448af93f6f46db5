/// Whole numbers in Chinese numerals: 三, 十二, 二十一, 一百零五.
enum ChineseNumeral {
    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let places: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000]

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digits[scalar] != nil || places[scalar] != nil }

    /// The value of a run of numerals below ten thousand; nil where it is none, 一一 for instance.
    static func value(of run: some Collection<Unicode.Scalar>) -> Int? {
        guard !run.isEmpty, run.count <= 7 else { return nil }
        var total = 0
        var pending: Int?
        var lastPlace = 10_000
        for scalar in run {
            if let place = places[scalar] {
                guard place < lastPlace else { return nil }
                total += (pending ?? 1) * place
                pending = nil
                lastPlace = place
            } else if let digit = digits[scalar] {
                // A zero only fills a gap (一百零五), any other digit stands alone before its place.
                guard pending == nil || pending == 0 else { return nil }
                pending = digit
            } else {
                return nil
            }
        }
        return total + (pending ?? 0)
    }
}
