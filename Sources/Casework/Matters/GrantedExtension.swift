/// An extension of a clock that was approved.
package struct GrantedExtension: Hashable, Sendable {
    /// By how much.
    package let length: PeriodLength
    /// Who approved it; empty where another matter knows.
    package let person: String
    /// Why.
    package let reason: String
}
