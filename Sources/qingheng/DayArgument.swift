import ArgumentParser
import Standards

/// A day given on the command line.
enum DayArgument {
    /// The day; nil when none was given.
    ///
    /// - Throws: `ValidationError` for a text that is no day.
    static func read(_ text: String?, _ option: String) throws -> CivilDate? {
        guard let text else { return nil }
        guard let day = CivilDate(text) else {
            throw ValidationError("\(option) 的“\(text)”不是日期，应如 2026-03-01")
        }
        return day
    }
}
