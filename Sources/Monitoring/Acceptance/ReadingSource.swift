/// A device that gives readings of an object.
package struct ReadingSource: Hashable, Comparable, Sendable {
    /// The id of the object.
    package let object: String
    /// The device's number in upper case.
    package let mn: String

    package init(object: String, mn: String) {
        self.object = object
        self.mn = mn
    }

    /// Order for writing.
    package static func < (left: ReadingSource, right: ReadingSource) -> Bool {
        (left.object, left.mn) < (right.object, right.mn)
    }
}
