package import Registry
import Standards
package import Storage

/// Whether readings count as 已验收: those of periods before the 验收 of their device are kept and shown, and never serve
/// an exceedance.
///
/// Derived from the bindings as they stand, so that a date recorded later takes effect on what came before. A binding
/// speaks for readings received before it as long as no other analyser was put in between: 验收 of a new analyser says
/// nothing of the old one's data, and a date that was corrected replaces the wrong one.
package struct Acceptance: Sendable {
    /// Bindings of each device that ever watched one of the objects, oldest first.
    private let bindings: [String: [DeviceBinding]]
    /// When each device gave readings of an object.
    private let sources: [String: [(mn: String, arrived: ClosedRange<Int64>)]]

    package init(bindings: [DeviceBinding], sources: [ReadingSource: ClosedRange<Int64>]) {
        self.bindings = Dictionary(grouping: bindings, by: \.mn)
        self.sources = Dictionary(grouping: sources, by: \.key.object).mapValues { entries in
            entries.map { ($0.key.mn, $0.value) }
        }
    }

    /// What holds for the readings of some objects.
    package init(of objects: [String], in connection: ReadConnection) throws {
        let sources = try connection.rows(
            """
            SELECT object, mn, first_arrived, last_arrived FROM reading_source
            WHERE object IN (\(list: objects.map { .text($0) }))
            """
        ) { row in
            let first = try row.integer("first_arrived")
            return (
                ReadingSource(object: try row.text("object"), mn: try row.text("mn")),
                first...max(first, try row.integer("last_arrived"))
            )
        }
        self.init(
            bindings: try RegistryStore.bindings(ofDevicesOf: objects, in: connection),
            sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
    }

    /// Whether a reading counts. What came from a file has no device that could be accepted, and counts.
    ///
    /// Where several devices may have sent it, all of them have to be accepted.
    package func covers(_ reading: Reading) -> Bool {
        guard case .packet = reading.origin else { return true }
        let senders = (sources[reading.series.object] ?? []).filter { $0.arrived.contains(reading.arrivedMilliseconds) }
        let dates = senders.compactMap { acceptedOn(reading, sentBy: $0.mn) }
        return !dates.isEmpty && dates.allSatisfy { $0.map { $0 <= reading.start.beijingDate } ?? false }
    }

    /// The day of 验收 that holds for a reading of a device: nil inside where there was none yet, nil itself where the device
    /// watched something else when it came.
    private func acceptedOn(_ reading: Reading, sentBy mn: String) -> CivilDate?? {
        let all = bindings[mn] ?? []
        let found = DeviceBindings.index(in: all, receivedMilliseconds: reading.arrivedMilliseconds)
        guard let atReceipt = found, all[atReceipt].object == reading.series.object else { return .none }
        let item = Self.channelItem(of: reading)
        var speaking = all[atReceipt]
        var analyser = Self.analyser(of: item, in: speaking)
        for later in all[(atReceipt + 1)...] {
            guard later.object == speaking.object else { break }
            if let other = Self.analyser(of: item, in: later) {
                if let analyser, analyser != other { break }
                analyser = other
            }
            speaking = later
        }
        return .some(speaking.settings.acceptedOn)
    }

    /// Converted values stand in a series of their own and come from the same channel.
    private static func channelItem(of reading: Reading) -> String {
        let item = reading.series.item
        return item.hasSuffix("-zs") ? String(item.dropLast(3)) : item
    }

    /// What tells one analyser from another; nil where the record does not say.
    private static func analyser(of item: String, in binding: DeviceBinding) -> [String]? {
        guard let channel = binding.channels.first(where: { $0.item == item }) else { return nil }
        let names = [channel.analyser, channel.serial]
        return names == ["", ""] ? nil : names
    }
}
