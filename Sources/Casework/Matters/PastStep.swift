package import Standards

/// Something that was done in a matter before it was brought in from elsewhere or from paper.
package struct PastStep: Hashable, Sendable {
    /// The day on which it was done.
    package var day: CivilDate
    /// The step of the procedure it was; nil for something the procedure has no step for. A step counts as done.
    package var action: String?
    /// What was done, in words: of a letter its number; it names no natural person.
    package var words: String
    /// Those who did it and have an account here, by their ids: who investigated does not review.
    package var persons: [String] = []
    /// The papers it left, as the file holds them.
    package var papers: [String] = []

    /// Something done on a day.
    package init(day: CivilDate, action: String?, words: String) {
        self.day = day
        self.action = action
        self.words = words
    }
}
