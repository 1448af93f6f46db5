package import Standards

/// One sampling that a plan asks for: a point in one stretch of the year.
package struct ManualTaskID: Sendable, Hashable {
    package let plan: String
    package let object: String
    package let frequency: String
    /// The first day of the stretch.
    package let window: CivilDate

    package init(plan: String, object: String, frequency: String, window: CivilDate) {
        self.plan = plan
        self.object = object
        self.frequency = frequency
        self.window = window
    }
}
