/// All bindings, for finding the one that holds for a packet.
package struct DeviceBindings: Sendable {
    private let byDevice: [String: [DeviceBinding]]

    package init(_ bindings: [DeviceBinding]) {
        byDevice = Dictionary(grouping: bindings, by: \.mn)
    }

    /// All bindings of a device, the oldest first.
    package func bindings(of mn: String) -> [DeviceBinding] { byDevice[mn.uppercased()] ?? [] }

    /// The binding for a packet of a device: the latest recorded before it was received, or the first there is.
    package func binding(of mn: String, receivedMilliseconds: Int64) -> DeviceBinding? {
        let all = byDevice[mn.uppercased()] ?? []
        return Self.index(in: all, receivedMilliseconds: receivedMilliseconds).map { all[$0] }
    }

    /// Which of the bindings of one device, in the order of the records, holds for a packet; nil when there is none.
    ///
    /// The order of the records decides, not that of their times: our clock may have been set back between two of them.
    /// One recorded in the same millisecond came too late: whether the packet was read before or after would decide.
    package static func index(in bindings: [DeviceBinding], receivedMilliseconds: Int64) -> Int? {
        bindings.lastIndex { $0.sinceMilliseconds < receivedMilliseconds } ?? bindings.indices.first
    }
}
