/// Packets of a device that were not as they ought to be, over some time.
package struct DeviceFaults: Sendable, Hashable {
    package var wrongChecksums = 0
    /// Accepted nevertheless.
    package var wrongLengths = 0
    package var broken = 0
    package var wrongTimes = 0

    package init() {}

    package var sum: Int { wrongChecksums + wrongLengths + broken + wrongTimes }
}
