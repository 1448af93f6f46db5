package import Records

/// What casework offers to the house.
package enum CaseworkCapability {
    /// - Parameter conditions: what other rooms ask of a step, in the order in which it is asked.
    package static func capability(conditions: [StepCondition] = []) -> Capability {
        Capability(
            name: "Casework", actions: CaseworkActions.kinds(conditions) + ReminderActions.kinds,
            projections: [MatterProjection(), MatterCountProjection(), ReminderProjection()],
            figures: [CaseworkFigures()])
    }
}
