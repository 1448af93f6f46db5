/// A time in which our own server did not run.
package struct GatewayOutage: Sendable, Hashable {
    /// The last sign of life before, in milliseconds since 1970-01-01T00:00:00Z.
    package let from: Int64
    /// The start after, likewise.
    package let to: Int64

    package init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }
}
