package import Logging
import ServiceLifecycle

/// Keeps the gateway's copy of the register up to date, so that a device bound a moment ago is answered.
package struct DeviceWatch: Service {
    /// A device repeats an unanswered packet after ten seconds; half a second is not noticed.
    private static let pause = Duration.milliseconds(500)

    private let devices: DeviceDirectory
    private let logger: Logger

    package init(devices: DeviceDirectory, logger: Logger) {
        self.devices = devices
        self.logger = logger
    }

    /// Runs until shut down; through a fault, devices known before are answered as before.
    package func run() async throws {
        let devices = devices
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "registered devices not read").run {
            try await devices.refresh()
            return false
        }
    }
}
