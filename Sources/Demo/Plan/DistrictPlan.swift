/// The made-up district of `qingheng demo`: places, devices, enterprises and targets as plain values, read from
/// `District/district.json`. Nothing in it is the name of a real place, company or person.
package struct DistrictPlan: Codable, Sendable {
    /// What every page and document of the demo must bear: 演示数据.
    package let notice: String
    /// Seed of everything that looks random.
    package let seed: UInt64
    /// Name of the bureau, marked as a demo.
    package let bureau: String
    package let district: District
    package let towns: [Town]
    /// Lists of what a kind of device measures, by the name a device refers to.
    package let channelSets: [String: [Channel]]
    package let airStations: [AirStation]
    package let waterSections: [WaterSection]
    package let noisePoints: [NoisePoint]
    package let enterprises: [Enterprise]
    package let targets: [AnnualTarget]

    /// The district itself. Code 99… belongs to no province.
    package struct District: Codable, Hashable, Sendable {
        package let code: String
        package let name: String
        /// 省份 and 流域 as the national water feed prints them, both invented.
        package let province: String
        package let basin: String
    }

    /// Every device of the district with what it measures, in the order air, water, noise, outlets.
    package var devices: [Device] {
        airStations.map(\.device) + waterSections.map(\.device) + noisePoints.map(\.device)
            + enterprises.flatMap(\.outlets).map(\.device)
    }

    /// What a device measures, code by code with the unit it sends. Empty only for a plan that failed `check()`.
    package func channels(of device: Device) -> [Channel] {
        channelSets[device.channels] ?? []
    }
}
