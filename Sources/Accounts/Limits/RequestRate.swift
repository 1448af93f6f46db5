/// How often something may be asked for.
package struct RequestRate: Hashable, Sendable {
    /// What may come for ever, in requests a minute.
    package let perMinute: Int
    /// What may come at once, in requests.
    package let burst: Int

    package init(perMinute: Int, burst: Int) {
        self.perMinute = perMinute
        self.burst = burst
    }
}
