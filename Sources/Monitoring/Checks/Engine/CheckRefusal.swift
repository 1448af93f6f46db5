/// A rule that could not look at a series it is for: said, so that silence means that it looked.
package struct CheckRefusal: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The item it is compared with is not there.
        case noCounterpart(item: String)
        /// The station it is compared with is not there.
        case noSister(station: String)
        /// Fewer neighbours than the rule needs.
        case tooFewNeighbours(Int, needed: Int)
    }

    package let rule: CheckReference
    package let station: String
    package let item: String
    package let reason: Reason
}
