import Standards

/// The steps by which more and more people learn that a deadline nears or has passed (提示→预警→督办→约谈→问责).
///
/// Which step a clock stands on is computed from the clock, never stored.
package struct Ladder: Hashable, Sendable {
    /// Its id.
    package let id: String
    /// On screen.
    package let title: String
    /// The steps from the lowest up.
    package let steps: [LadderStep]

    /// The highest step that a clock has reached by itself; nil while none.
    ///
    /// - Parameters:
    ///   - left: counted days (or hours) left until the earliest possible end; 0 or less where that has come.
    ///   - whole: the length of the clock in the same measure.
    ///   - workdaysLeft: workdays left until the earliest possible end.
    ///   - workdaysOver: workdays since the last possible end; nil while it has not passed.
    package func step(left: Int, whole: Int, workdaysLeft: Int, workdaysOver: Int?) -> LadderStep? {
        reached(left: left, whole: whole, workdaysLeft: workdaysLeft, workdaysOver: workdaysOver).last
    }

    /// The highest step that a clock has reached by itself and all below it, from the lowest up; arguments as of `step`.
    func reached(left: Int, whole: Int, workdaysLeft: Int, workdaysOver: Int?) -> [LadderStep] {
        let highest = steps.lastIndex {
            $0.isReached(left: left, whole: whole, workdaysLeft: workdaysLeft, workdaysOver: workdaysOver)
        }
        return highest.map { steps[...$0].filter { !$0.isByPerson } } ?? []
    }
}
