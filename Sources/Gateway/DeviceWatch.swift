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

    /// Runs until shut down.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await devices.refresh()
                } catch is CancellationError {
                    return
                } catch {
                    // Devices known before are answered as before.
                    logger.error("registered devices not read", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(5))
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
