/// All bindings, for finding the one that holds for a packet.
package struct DeviceBindings: Sendable {
    private let byDevice: [String: [DeviceBinding]]

    package init(_ bindings: [DeviceBinding]) {
        byDevice = Dictionary(grouping: bindings, by: \.mn)
    }

    /// All bindings of a device, the oldest first.
    package func bindings(of mn: String) -> [DeviceBinding] { byDevice[mn.uppercased()] ?? [] }

    /// The binding for a packet of a device: the latest recorded before it was received, or the first there is.
    ///
    /// One recorded in the same millisecond came too late: whether the packet was read before or after would decide.
    package func binding(of mn: String, receivedMilliseconds: Int64) -> DeviceBinding? {
        let all = byDevice[mn.uppercased()] ?? []
        return all.last { $0.sinceMilliseconds < receivedMilliseconds } ?? all.first
    }
}
