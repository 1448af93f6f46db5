/// Numbers of bytes in words.
package enum ByteWords {
    /// `812 B`, `3.4 MiB`: one digit behind the point.
    package static func text(_ count: Int64) -> String {
        var (tenths, unit) = (count * 10, 0)
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        if count < 1024 { return "\(count) B" }
        while tenths >= 10_240, unit < units.count - 1 {
            tenths = (tenths + 512) / 1024
            unit += 1
        }
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
