package import Records

/// What casework offers to the house.
package enum CaseworkCapability {
    package static let capability = Capability(
        name: "Casework", actions: CaseworkActions.kinds + ReminderActions.kinds,
        projections: [MatterProjection(), ReminderProjection()])
}
