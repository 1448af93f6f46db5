/// What samplers fill in on the spot: a sheet of the catalog.
package struct ManualForm: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let code: String
        package let title: String
        /// Words to choose from; empty for free text.
        package let options: [String]
        /// Whether it holds a number.
        package let isNumber: Bool
        package let isNeeded: Bool
    }

    package let code: String
    package let title: String
    /// The kinds of registered objects that its points are.
    package let kinds: [String]
    /// Whether items that are not measured on the spot come in a laboratory's report.
    package let needsLaboratory: Bool
    /// How many people take a sample, at least.
    package let samplers: Int
    /// The items that are measured on the spot.
    package let onSite: [String]
    package let fields: [Field]
    /// The id of its rule file.
    package let rule: String
}
