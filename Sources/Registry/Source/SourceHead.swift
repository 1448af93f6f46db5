/// The first line of a source's file.
package struct SourceHead: Sendable, Hashable {
    /// The record that registered it: its number in tables.
    package let number: Int64
    package let id: String
    /// The id of its kind.
    package let kind: String
    package let name: String
    package let state: SourceFile.State
    /// The last record that counts.
    package let sequence: Int64
    /// Whether it is an object of the older registry.
    package let isObject: Bool
    /// In how many fields two origins differ.
    package let contestedCount: Int
    /// The file it was put into; nil for none.
    package let mergedInto: String?
}
