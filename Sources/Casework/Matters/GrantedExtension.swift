/// An extension of a clock that was approved.
package struct GrantedExtension: Hashable, Sendable {
    /// By how much.
    package let length: PeriodLength
    /// Who approved it; empty where another matter knows.
    package let person: String
    /// Why.
    package let reason: String
    /// The number of the entry of the step that brought it; nil of one that was granted by itself. Whoever takes back the own
    /// step takes back the extension; sending back leaves it, as it leaves every deadline.
    package let step: Int?
}
