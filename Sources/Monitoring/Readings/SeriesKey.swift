/// What is measured where, and over how long a period: one time series.
package struct SeriesKey: Hashable, Sendable {
    /// The id of the registered object.
    package let object: String
    /// The item: `pm25`, `ph`, `leq`, or an outlet's code such as `a21026` or `a21026-zs` (converted to reference oxygen).
    package let item: String
    /// Length of the period in seconds; 0 for momentary values.
    package let seconds: Int

    package init(object: String, item: String, seconds: Int) {
        self.object = object
        self.item = item
        self.seconds = seconds
    }

    /// The series' number: a 63-bit FNV-1a hash of the key, so that it is the same after every rebuild.
    ///
    /// Among 100,000 series the chance of two equal numbers is about 5 in 10^10; the table's key would refuse the second.
    package var id: Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for byte in object.utf8 { mix(byte) }
        mix(0)
        for byte in item.utf8 { mix(byte) }
        mix(0)
        for byte in String(seconds).utf8 { mix(byte) }
        return Int64(bitPattern: hash & 0x7FFF_FFFF_FFFF_FFFF)
    }
}
