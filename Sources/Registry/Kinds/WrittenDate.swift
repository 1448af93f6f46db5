import Standards

/// Days in the forms in which people write them.
enum WrittenDate {
    /// Reads `2026-11-27`, `2026/11/27`, `2026.11.27`, `2026年11月27日`, `20261127`, each also with a time of day behind it,
    /// which is left out; nil for anything else.
    static func read(_ text: String) -> CivilDate? {
        let folded = HalfWidth.folded(text)
        let day = folded.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
        if day.utf8.count == 8, day.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return date(day.prefix(4), day.dropFirst(4).prefix(2), day.suffix(2))
        }
        let parts = day.split(omittingEmptySubsequences: true) { "-/.年月日".contains($0) }
        guard parts.count == 3 else { return nil }
        return date(parts[0], parts[1], parts[2])
    }

    private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CivilDate? {
        guard year.utf8.count == 4, let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}
