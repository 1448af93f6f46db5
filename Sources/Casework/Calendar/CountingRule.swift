/// The rules of counting with their articles, as answers cite them.
package struct CountingRule: Hashable, Sendable {
    /// The article by which counting begins the day after.
    package let begins: String
    /// The article on months and years.
    package let months: String
    /// The article by which an end on a day off moves to the next workday.
    package let ends: String
}
