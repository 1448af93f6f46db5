/// A reason for which a clock rests.
package struct ClockPause: Hashable, Sendable {
    /// Its name: 听证, 监测（检测）.
    package let ground: String
    /// On what it rests.
    package let basis: [Ground]
}
