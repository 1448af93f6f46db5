import Records
import Standards

extension InputID {
    /// The day on which the period of the input begins, or the first day of its month, read off its id; nil where the id
    /// names no time.
    var date: CivilDate? {
        let parts = rawValue.split(separator: "/")
        guard parts.count > 2, let last = parts.last else { return nil }
        if parts[0].hasSuffix("-hour") || parts[0] == "water-sample" {
            return Int64(last).map { Instant(secondsSince1970: $0).beijingDate }
        }
        return CivilDate(String(last)) ?? CivilDate(month: String(last))
    }
}
