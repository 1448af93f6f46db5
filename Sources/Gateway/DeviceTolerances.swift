package import HJ212

/// What a person can let pass for one device.
package enum DeviceTolerances {
    /// Deviations of `Tolerance` that are refused or read otherwise unless the device's record allows them.
    package static let settable: [Tolerance] = [
        .labelledByEnd, .hour24, .checksumSwapped, .checksumModbus, .checksumIgnored,
    ]
}
