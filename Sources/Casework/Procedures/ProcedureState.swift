/// Where a matter can stand.
package struct ProcedureState: Hashable, Sendable {
    /// Its name, unique in the procedure and shown on screen.
    package let name: String
    /// Whether a matter that reached it is over; acts behind it (serving a release, handing over goods) may follow.
    package let isEnd: Bool
}
