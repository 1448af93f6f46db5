import Standards

extension DeviceSimulator {
    /// The six ten-minute means of an hour scatter about its mean so that they add up to it (but for rounding).
    func samples(tenMinutesFrom start: Instant) -> [Sample]? {
        let hour = LocalHour(containing: start)
        let slot = Int(hour.start.seconds(until: start)) / 600
        return samples(hour)?.enumerated().map { number, sample in
            // The levels of a noise station rise and fall together.
            moved(sample, by: offset(slot: slot, hour, sample.flag == nil ? 0 : number))
        }
    }

    /// The values of one moment scatter about the ten minutes around it.
    func samples(at moment: Instant) -> [Sample]? {
        let slot = Int(moment.secondsSince1970).floored(by: 600)
        let start = Instant(secondsSince1970: Int64(slot * 600))
        return samples(tenMinutesFrom: start)?.enumerated().map { number, sample in
            moved(sample, by: 0.7 * noise.bell(channel + 2, Int(moment.secondsSince1970) * 16 + number))
        }
    }

    /// Between about −1.5 and 1.5; the six of an hour add up to nothing.
    private func offset(slot: Int, _ hour: LocalHour, _ number: Int) -> Double {
        var sum = 0.0
        var own = 0.0
        for place in 0..<6 {
            let value = noise.unit(channel + 1, (hour.index * 16 + number) * 6 + place)
            sum += value
            if place == slot { own = value }
        }
        return (own - sum / 6) * 1.7
    }

    private func moved(_ sample: Sample, by offset: Double) -> Sample {
        // An instrument out of order stands still, zero gas stays zero.
        guard sample.flag == "N" || sample.flag == "F" || sample.flag == nil else { return sample }
        var part = sample
        let width = Double(max(1, sample.high - sample.value)) * 0.6
        let step = Int((width * offset).rounded())
        part.value = sample.value + step
        if sample.value >= 0, sample.channel.item != "temperature" { part.value = max(0, part.value) }
        if sample.channel.item == "windDirection" { part.value = min(359, part.value) }
        part.low = min(part.value, part.value - max(1, (sample.value - sample.low) / 2))
        part.high = max(part.value, part.value + max(1, (sample.high - sample.value) / 2))
        if sample.value >= 0, sample.channel.item != "temperature" { part.low = max(0, part.low) }
        if let converted = sample.converted, sample.value > 0 {
            part.converted = Int((Double(converted) * Double(part.value) / Double(sample.value)).rounded())
        }
        part.amount = sample.amount.map { $0 / 6 }
        return part
    }
}
