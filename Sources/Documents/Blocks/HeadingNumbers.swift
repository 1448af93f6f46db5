/// Counts headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).
struct HeadingNumbers {
    private var counts = [0, 0, 0, 0]

    /// The number of the next heading of this level, 1 to 4.
    mutating func next(level: Int) -> String {
        let index = min(max(level, 1), 4) - 1
        counts[index] += 1
        for deeper in (index + 1)..<5 where deeper < 4 { counts[deeper] = 0 }
        let number = counts[index]
        switch index {
        case 0: return Self.chinese(number) + "、"
        case 1: return "（" + Self.chinese(number) + "）"
        case 2: return "\(number)."
        default: return "（\(number)）"
        }
    }

    /// 1 to 99 in Chinese; larger numbers in digits.
    static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return String(number) }
        let tens = number / 10
        let prefix = tens == 0 ? "" : (tens == 1 ? "十" : digits[tens] + "十")
        return prefix + digits[number % 10]
    }
}
