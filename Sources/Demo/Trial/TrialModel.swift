/// The values of one device without a place: usual levels of its kind that rise and fall with the day, move slowly, and
/// scatter. From the seed alone, so that two runs agree.
struct TrialModel: Sendable {
    private let noise: SeededNoise
    private let channel: Int
    private let profile: TrialProfile
    private let factors: [TrialProfile.Factor]

    /// The reference oxygen of a stack, % (GB 13223 for boilers burning gas and others: 3 to 9).
    private static let referenceOxygen = 6.0

    init(noise: SeededNoise, number: Int, profile: TrialProfile) {
        self.noise = noise
        channel = 40_000_000 + number * 20
        self.profile = profile
        factors = profile.factors
    }

    /// The means of an hour under the given channels, which stand in the order of the profile.
    func samples(_ hour: LocalHour, _ channels: [DistrictPlan.Channel]) -> [Sample] {
        // Most things are highest in the afternoon; a device is a little away from the others for good.
        let day = Curve.wave(Double(hour.hourOfDay - 15) / 24)
        var samples = channels.enumerated().map { place, channel in
            let factor = factors[place]
            let own = 0.15 * noise.bell(self.channel, place)
            let slow = 0.5 * noise.smooth(self.channel + 1 + place, hour.index, period: 11)
            let scatter = 0.2 * noise.bell(self.channel + 10 + place, hour.index)
            let value = factor.level * (1 + own * factor.swing + factor.swing * (day * 0.6 + slow + scatter))
            let shown = min(factor.ceiling, max(factor.level / 20, value)) * Self.scale(channel.decimals)
            return Sample(channel, value: Int(shown.rounded()), flag: profile == .noise ? nil : "N")
        }
        if profile == .outlet || profile == .stack { addAmounts(&samples) }
        return samples
    }

    /// Amounts of the hour, and for gases the values at the reference oxygen.
    private func addAmounts(_ samples: inout [Sample]) {
        let flow = samples.first { $0.channel.item == "flow" }?.value
        let oxygen = samples.first { $0.channel.item == "o2" }?.value
        let kind: DistrictPlan.Outlet.Kind = profile == .outlet ? .water : .gas
        for place in samples.indices {
            switch samples[place].channel.item {
            case "ph", "o2", "gasTemperature": continue
            case "flow": break
            default:
                if let oxygen {
                    samples[place].converted = DeviceSimulator.converted(
                        samples[place].value, Self.referenceOxygen, oxygen)
                }
            }
            samples[place].amount = DeviceSimulator.amount(samples[place], flow, kind)
        }
    }

    private static func scale(_ decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return scale
    }
}
