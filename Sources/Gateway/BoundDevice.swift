import HJ212
import Registry

/// A device as its packets are read by one of its bindings.
final class BoundDevice: Sendable {
    let binding: DeviceBinding
    let device: DeviceDirectory.Device
    let channels: ChannelTable

    init(_ binding: DeviceBinding, keys: DeviceKeys?) {
        self.binding = binding
        device = DeviceDirectory.Device(binding.settings, keys: keys)
        channels = ChannelTable(binding.channels)
    }
}
