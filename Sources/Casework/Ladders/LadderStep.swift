package import Standards

/// One step of a ladder.
package struct LadderStep: Hashable, Sendable {
    /// On screen: 提示, 预警, 催办, 督办, 约谈, 问责线索移送.
    package let name: String
    /// Who is told.
    package let recipients: [String]
    /// Reached when at most this share of the time is left.
    package let shareLeft: Rational?
    /// Or when at most so many workdays are left.
    package let workdaysLeft: Int?
    /// Reached when the end passed so many workdays ago; 0 from the day after the end on.
    package let workdaysOver: Int?
    /// The papers it is done with.
    package let papers: [String]
    /// Whether a person begins it: the program proposes nothing and records no accountability of its own.
    package let isByPerson: Bool
    /// On what it rests.
    package let basis: [Ground]

    func isReached(left: Int, whole: Int, workdaysLeft days: Int, workdaysOver over: Int?) -> Bool {
        guard !isByPerson else { return false }
        if let workdaysOver { return over.map { $0 >= workdaysOver } ?? false }
        if over != nil { return true }
        if let workdaysLeft, days <= workdaysLeft { return true }
        guard let shareLeft else { return false }
        let bound = shareLeft * Rational(max(whole, 1))
        return !(bound < Rational(max(left, 0)))
    }
}
