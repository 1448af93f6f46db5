/// The data flags of one edition of HJ 212 and what each makes of a value.
///
/// A device keeps the flags of the edition it was built for, so the edition is a property of the device, not of the day.
public struct DischargeFlagRule: Hashable, Sendable {
    /// One flag.
    public struct Flag: Hashable, Sendable {
        /// The flag as sent; upper and lower case differ.
        public let letter: String
        /// Its name.
        public let name: String
        /// What becomes of a value that bears it.
        public let validity: DischargeValidity
        /// Whether the value, though not valid, may hide an exceedance (over range).
        public let hintsAtExceedance: Bool

        /// Makes a flag.
        public init(letter: String, name: String, validity: DischargeValidity, hintsAtExceedance: Bool) {
            self.letter = letter
            self.name = name
            self.validity = validity
            self.hintsAtExceedance = hintsAtExceedance
        }
    }

    /// Id of the rule, for example `HJ212-2017-flags`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The flags by letter.
    public let flags: [String: Flag]
    /// What becomes of a value without any flag.
    public let unmarked: DischargeValidity

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` when a letter is empty or stands twice.
    public init(id: String, title: String, flags: [Flag], unmarked: DischargeValidity) throws(StandardsError) {
        var found: [String: Flag] = [:]
        for flag in flags {
            guard !flag.letter.isEmpty, found.updateValue(flag, forKey: flag.letter) == nil else {
                throw StandardsError(.invalidRule, subject: "flags", value: flag.letter)
            }
        }
        self.id = id
        self.title = title
        self.flags = found
        self.unmarked = unmarked
    }

    /// The class of a value by its flag; nil for a flag the edition does not have, which is never valid.
    public func validity(of flag: String) -> DischargeValidity? {
        flag.isEmpty ? unmarked : flags[flag]?.validity
    }
}
