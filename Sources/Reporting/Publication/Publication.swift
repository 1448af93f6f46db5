/// How a sealed document stands with the public.
package struct Publication: Hashable, Sendable {
    /// The record of its sealing.
    package let document: Int64
    /// The record of the decision.
    package let opened: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let openedMilliseconds: Int64
    /// The record that took it back; nil as long as it is public.
    package let withdrawn: Int64?
    /// Why it was taken back.
    package let reason: String

    package var isOpen: Bool { withdrawn == nil }
}
