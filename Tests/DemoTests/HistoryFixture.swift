import Standards
import Testing

@testable import Demo

/// A district on the day 2026-11-22, as most tests here use it.
struct HistoryFixture {
    let history: DemoHistory
    let script: DemoScript
    let devices: [DeviceSimulator]

    init() throws {
        let plan = try DistrictPlan.load()
        history = DemoHistory(plan: plan, today: try #require(CivilDate("2026-11-22")))
        script = DemoScript(history: history)
        devices = DeviceSimulator.all(of: script)
    }

    func device(_ line: String) throws -> DeviceSimulator {
        try #require(devices.first { $0.device.line == line })
    }

    static func moment(_ text: String) throws -> Instant {
        try #require(Instant("\(text)+08:00"))
    }
}
