package import Standards

/// An item that is measured by hand.
package struct ManualItem: Sendable, Hashable {
    /// A method of analysis.
    package struct Method: Sendable, Hashable {
        /// The number of its standard.
        package let name: String
        /// Its detection limit in the item's unit; nil for none.
        package let limit: ExactDecimal?
    }

    /// The item of its series.
    package let code: String
    package let title: String
    /// The unit of its series.
    package let unit: String
    /// Other names that reports use.
    package let aliases: [String]
    package let methods: [Method]
    /// Items of automatic series with which it is compared.
    package let automatic: [String]
}
