package import Standards

extension DeviceSimulator {
    /// Everything of the given kinds that the device has to send with `after` < due ≤ `through`, in that order.
    package func transmissions(
        after: Instant, through end: Instant, kinds: [Transmission.Kind] = Transmission.Kind.allCases
    ) -> [Transmission] {
        guard after < end else { return [] }
        let last = silentFrom.map { min($0, end) } ?? end
        let found = kinds.flatMap { plan($0, after: after, through: last) }
        return found.sorted { ($0.due, $0.kind.rawValue, $0.period) < ($1.due, $1.kind.rawValue, $1.period) }
    }

    /// The first thing the device has to send after a moment; nil when it has fallen silent for good.
    package func next(after moment: Instant) -> Transmission? {
        // Widening looks: most devices have something within two minutes, all that live within a day.
        for seconds in [120, 900, 18_000, 100_000] {
            if let first = transmissions(after: moment, through: moment.adding(seconds: seconds)).first { return first }
        }
        return nil
    }

    /// The packets that go out in one second, as far as there is something to tell.
    package func packets(at moment: Instant) -> [DevicePacket] {
        transmissions(after: moment.adding(seconds: -1), through: moment).compactMap { packet(for: $0, sentAt: $0.due) }
    }

    private func plan(_ kind: Transmission.Kind, after: Instant, through end: Instant) -> [Transmission] {
        switch kind {
        case .realtime:
            guard parameters.sendsRealtime else { return [] }
            let phase = noise.pick(channel, 1, of: max(1, parameters.realtimeSeconds))
            return every(parameters.realtimeSeconds, phase, .realtime, after, end) { $0 }
        case .heartbeat:
            guard device.version == .surfaceWater || has(.makersHeartbeat) else { return [] }
            return every(600, noise.pick(channel, 2, of: 600), .heartbeat, after, end) { $0 }
        case .minute:
            guard device.realtimeSeconds > 0 else { return [] }
            let step = parameters.minuteMinutes * 60
            return every(step, 2 + noise.pick(channel, 3, of: 6) + clockLag, .minute, after, end) { due in
                let slot = (Int(due.secondsSince1970) - clockLag).floored(by: step) - 1
                return Instant(secondsSince1970: Int64(slot * step))
            }
        case .hour: return hours(after, end)
        case .day:
            guard device.st != "21" else { return [] }
            return every(86_400, 57_600 + 60 + noise.pick(channel, 4, of: 60) + clockLag, .day, after, end) { due in
                Instant(beijing: due.adding(seconds: -clockLag).beijingDate.adding(days: -1))
            }
        case .log:
            guard has(.lengthByCharacters) || has(.gbkText) else { return [] }
            return every(86_400, 3_900 + noise.pick(channel, 5, of: 60), .log, after, end) { $0 }
        }
    }

    /// Whatever is due each `step` seconds, `phase` seconds after the whole ones.
    private func every(
        _ step: Int, _ phase: Int, _ kind: Transmission.Kind, _ after: Instant, _ end: Instant,
        period: (Instant) -> Instant
    ) -> [Transmission] {
        guard step > 0 else { return [] }
        var found: [Transmission] = []
        var due = ((Int(after.secondsSince1970) - phase).floored(by: step) + 1) * step + phase
        while due <= Int(end.secondsSince1970) {
            let moment = Instant(secondsSince1970: Int64(due))
            found.append(Transmission(kind: kind, period: period(moment), due: moment))
            due += step
        }
        return found
    }

    /// Hours whose sending falls into the span. The longest delay is that of hours sent again in a burst: under a day and a
    /// quarter.
    private func hours(_ after: Instant, _ end: Instant) -> [Transmission] {
        var found: [Transmission] = []
        let delay = has(.burstResend) ? 30 : 7
        var hour = LocalHour(containing: after.adding(seconds: -clockLag - delay * 3600))
        let last = LocalHour(containing: end.adding(seconds: -clockLag))
        while hour <= last {
            for due in sendings(of: hour) where due > after && due <= end {
                found.append(Transmission(kind: .hour, period: hour.start, due: due))
            }
            hour = hour.adding(1)
        }
        return found
    }

    /// When the data of an hour go out; empty for hours that are not in the device's plan.
    private func sendings(of hour: LocalHour) -> [Instant] {
        if device.st == "21" {
            // Wet chemistry takes its time: the sample of 4 o'clock is known at about 4:25.
            guard hour.hourOfDay % 4 == 0 else { return [] }
            return [hour.start.adding(seconds: 1_500 + noise.pick(channel, 6, of: 300) + clockLag)]
        }
        let end = hour.start.adding(seconds: 3_600 + clockLag)
        let prompt = end.adding(seconds: 3 + noise.pick(channel, 7, of: 17))
        if has(.lateHour), hour.hourOfDay == 3 { return [prompt.adding(seconds: 4 * 3600 + 1_200)] }
        if has(.hourTwice), hour.hourOfDay == 14 { return [prompt, prompt.adding(seconds: 2_400)] }
        if has(.burstResend) {
            let midnight = Instant(beijing: hour.date.adding(days: 1)).adding(seconds: 600 + clockLag)
            return [prompt, midnight.adding(seconds: hour.hourOfDay)]
        }
        return [prompt]
    }
}
