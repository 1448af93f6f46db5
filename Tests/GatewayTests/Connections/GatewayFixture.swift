import Ledger
import Monitoring
import Records
import Registry
import TestKit

@testable import Gateway

/// A bureau with one station and one device.
enum GatewayFixture {
    static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]

    static func bureau(binding mn: String) async throws -> TestBureau {
        let bureau = try await TestBureau(capabilities)
        try await bureau.book.record(
            TestStation.registration(by: TestBureau.actor(capabilities)))
        try await bureau.book.record(
            RegistryActions.bind(
                device: mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")],
                by: TestBureau.actor(capabilities)))
        return bureau
    }
}
