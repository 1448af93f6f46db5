/// Hours of a day in words; they are called by their ends, 1 to 24.
enum HourText {
    /// `06:00—07:00` for 7.
    static func span(_ hour: Int) -> String { "\(clock(hour - 1))—\(clock(hour))" }

    /// `7时`, or `7—9时` for several.
    static func range(_ hours: ClosedRange<Int>) -> String {
        hours.lowerBound == hours.upperBound ? "\(hours.lowerBound)时" : "\(hours.lowerBound)—\(hours.upperBound)时"
    }

    /// Hours as stretches: `1—3、7时`.
    static func list(_ hours: some Sequence<Int>) -> String {
        var ranges: [ClosedRange<Int>] = []
        for hour in Set(hours).sorted() {
            if let last = ranges.last, last.upperBound + 1 == hour {
                ranges[ranges.count - 1] = last.lowerBound...hour
            } else {
                ranges.append(hour...hour)
            }
        }
        return ranges.map { String(range($0).dropLast()) }.joined(separator: "、") + "时"
    }

    private static func clock(_ hour: Int) -> String { hour < 10 ? "0\(hour):00" : "\(hour):00" }
}
