/// How patiently packets are forwarded.
package struct ForwardingPace: Sendable {
    /// Packets on their way to one platform at most.
    package var window = 64
    /// How long an answer may take, in milliseconds: a device repeats after 10 s as well (HJ 212-2017, OverTime).
    package var answerMilliseconds: Int64 = 10_000
    /// How often a packet is sent on one line: once, and three repeats (HJ 212-2017, ReCount).
    package var greatestSends = 4
    /// How long a connection may take to be made, in milliseconds.
    package var connectMilliseconds: Int64 = 10_000
    /// The pause after a line broke, in milliseconds; it doubles until a packet is acknowledged.
    package var firstPause: Int64 = 1_000
    /// The longest pause, in milliseconds: a platform that is back is noticed within a minute.
    package var greatestPause: Int64 = 60_000
    /// How often the log is looked at when nothing else happens, in milliseconds.
    package var poll: Int64 = 250
    /// How often the register is looked at and is written down how far forwarding has come, in milliseconds.
    package var round: Int64 = 500

    package init() {}
}
