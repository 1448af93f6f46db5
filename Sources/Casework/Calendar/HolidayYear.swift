package import Standards

/// What the State Council announced for a year.
package struct HolidayYear: Hashable, Sendable {
    /// The year of the notice; some of its days lie in the December before.
    package let year: Int
    /// Addresses of the notice and of those that changed it.
    package let papers: [String]
    /// Days off, with the name of the festival.
    package let off: [CivilDate: String]
    /// Weekend days on which people work, with the name of the festival they make up for.
    package let work: [CivilDate: String]
}
