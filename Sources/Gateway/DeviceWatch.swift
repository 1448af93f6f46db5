package import Logging
import ServiceLifecycle

/// Keeps the gateway's copy of the register up to date, so that a device bound a moment ago is answered, and its clock behind
/// the last binding, so that packets fall under it also when the clock was set back since.
package struct DeviceWatch: Service {
    /// A device repeats an unanswered packet after ten seconds; half a second is not noticed.
    private static let pause = Duration.milliseconds(500)

    private let devices: DeviceDirectory
    private let clock: ClockWatch
    private let logger: Logger

    package init(devices: DeviceDirectory, clock: ClockWatch, logger: Logger) {
        self.devices = devices
        self.clock = clock
        self.logger = logger
    }

    /// Runs until shut down; through a fault, devices known before are answered as before.
    package func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "registered devices not read").run {
            try await look()
            return false
        }
    }

    /// Looks once.
    func look() async throws {
        try await devices.refresh()
        // A binding holds for what is received after its own millisecond.
        if let bound = devices.snapshot.boundMilliseconds { clock.start(after: bound + 1) }
    }
}
