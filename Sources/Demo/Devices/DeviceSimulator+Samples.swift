import Standards

extension DeviceSimulator {
    /// What the device measured in an hour; nil when it has nothing to send. Hours held back are given `onRequest` only.
    func samples(_ hour: LocalHour, onRequest: Bool = false) -> [Sample]? {
        switch origin {
        case .trial(let model): return model.samples(hour, channels)
        case .district(.air(let index), let script):
            if !onRequest, script.isSilent(station: index, at: hour) { return nil }
            return airSamples(index, hour, script)
        case .district(.water(let index), let script): return waterSamples(index, hour, script)
        case .district(.noise(let index), let script):
            let model = script.noiseModel(index)
            return channels.map { Sample($0, value: model.level($0.item, at: hour), flag: nil) }
        case .district(.outlet(let index), let script): return outletSamples(index, hour, script)
        }
    }

    private func airSamples(_ index: Int, _ hour: LocalHour, _ script: DemoScript) -> [Sample]? {
        let air = script.air(station: index, at: hour)
        if air.gap?.cause == .outage { return nil }
        let weather = script.history.weather(at: hour)
        return channels.map { channel in
            guard let item = AirItem(rawValue: channel.item) else {
                return Sample(channel, value: Self.weather(channel.item, weather))
            }
            guard let gap = air.gap, gap.items.contains(item) else {
                return Sample(channel, value: Self.scaled(air[item], item, channel))
            }
            // Under zero gas an instrument shows 0; one out of order stands still at its last full scale.
            let shown =
                switch gap.cause {
                case .calibration: 0
                case .fault: item == .co ? 500 : 985
                case .maintenance, .outage: air[item]
                }
            var sample = Sample(channel, value: Self.scaled(shown, item, channel), flag: gap.flag)
            if gap.cause == .fault { (sample.low, sample.high) = (sample.value, sample.value) }
            return sample
        }
    }

    /// µg/m³ (CO: tenths of mg/m³) in the unit and scale of a channel.
    static func scaled(_ value: Int, _ item: AirItem, _ channel: DistrictPlan.Channel) -> Int {
        var result = item == .co ? value * 100 : value
        for _ in 0..<channel.decimals { result *= 10 }
        switch channel.unit {
        case "ng/m³": return result * 1_000
        case "mg/m³": return result / 1_000
        default: return result
        }
    }

    private static func weather(_ item: String, _ weather: DistrictWeather) -> Int {
        switch item {
        case "temperature": Int((weather.temperature * 10).rounded())
        case "humidity": Int(weather.humidity.rounded())
        case "pressure": Int((weather.pressure * 100).rounded())
        case "windSpeed": Int((weather.windSpeed * 10).rounded())
        default: Int(weather.windDirection.rounded(.down))
        }
    }

    private func waterSamples(_ index: Int, _ hour: LocalHour, _ script: DemoScript) -> [Sample]? {
        let reading = script.history.water(section: index, at: hour)
        guard reading.state == .normal else { return nil }
        return channels.compactMap { channel in
            guard let item = WaterItem(rawValue: channel.item), let value = reading.valid(item) else { return nil }
            return Sample(channel, value: value)
        }
    }

    private func outletSamples(_ index: Int, _ hour: LocalHour, _ script: DemoScript) -> [Sample]? {
        if let silent = silentFrom, hour.start >= silent { return nil }
        let model = script.outletModel(index)
        let flag: Character = model.isRunning(hour) ? "N" : "F"
        var samples = channels.compactMap { channel -> Sample? in
            guard let value = model.value(channel.item, decimals: channel.decimals, at: hour) else { return nil }
            let factor = script.perMille(outlet: index, item: channel.item, at: hour)
            return Sample(channel, value: value * factor / 1_000, flag: flag)
        }
        let outlet = script.outlets[index]
        let oxygen = samples.first { $0.channel.item == "o2" }?.value
        let flow = samples.first { $0.channel.item == "flow" }?.value
        for place in samples.indices {
            let item = samples[place].channel.item
            guard outlet.limits.contains(where: { $0.item == item }) || item == "flow" else { continue }
            if let reference = outlet.referenceOxygen.flatMap(Double.init), let oxygen, item != "flow" {
                samples[place].converted = Self.converted(samples[place].value, reference, oxygen)
            }
            samples[place].amount = Self.amount(samples[place], flow, outlet.kind)
        }
        return samples
    }

    /// Concentration at the reference oxygen: C · (21 − reference) / (21 − measured), oxygen in hundredths of a per cent.
    static func converted(_ value: Int, _ reference: Double, _ oxygen: Int) -> Int {
        let measured = max(1, 2_100 - oxygen)
        return Int((Double(value) * (2_100 - reference * 100) / Double(measured)).rounded())
    }

    /// Hundredths of m³ (flow) or kg (pollutant) in an hour; `flow` is in hundredths of m³/s (gas) or L/s (water).
    static func amount(_ sample: Sample, _ flow: Int?, _ kind: DistrictPlan.Outlet.Kind) -> Int? {
        guard let flow, sample.channel.item != "ph" else { return nil }
        let cubicMetres = Double(flow) / 100 * 3_600 / (kind == .water ? 1_000 : 1)
        if sample.channel.item == "flow" { return Int((cubicMetres * 100).rounded()) }
        var concentration = Double(sample.value)
        for _ in 0..<sample.channel.decimals { concentration /= 10 }
        // mg/m³ · m³ = 10⁻⁶ kg; mg/L · m³ = 10⁻³ kg.
        return Int((cubicMetres * concentration * (kind == .water ? 1e-3 : 1e-6) * 100).rounded())
    }
}
