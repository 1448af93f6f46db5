package import Registry
package import Standards
package import Storage

/// What an outlet discharged of an item over a span: concentrations as measured times flow, with the enterprise's replacement
/// values where nothing valid was measured (HJ 75-2017, HJ 356-2019). No hour of it is judged.
package struct OutletAmount: Sendable, Hashable {
    /// The item of the flow: m³/s of gas, L/s of water.
    package static let flowItem = "flow"
    static let flowNames = ["流量", "废气流量", "烟气流量", "污水流量", "废水流量", flowItem]

    /// Where an hour's amount comes from.
    package enum Origin: Sendable, Hashable {
        case measured
        /// A concentration or flow was put in by the enterprise.
        case replaced
        /// The device says that the plant stood still.
        case stopped
        case missing
    }

    /// In kilograms, exact, of the hours that are known.
    package private(set) var kilograms = Rational.zero
    /// Of these, what rests on replacement values.
    package private(set) var replacedKilograms = Rational.zero
    /// The hours by origin.
    package private(set) var hours: [Origin: Int] = [:]

    init() {}

    mutating func add(_ kilograms: Rational, _ origin: Origin) {
        self.kilograms = self.kilograms + kilograms
        if origin == .replaced { replacedKilograms = replacedKilograms + kilograms }
        hours[origin, default: 0] += 1
    }

    /// What is known of one quantity in one hour.
    private enum Part {
        case measured(Rational)
        case replaced(Rational)
        case stopped
        case missing
    }

    /// The amount of the hours that start in a span.
    package static func of(
        _ limit: OutletLimit, at outlet: RegisteredObject, from start: Instant, to end: Instant,
        in connection: ReadConnection
    ) throws -> OutletAmount {
        let readings =
            try LatestReadingStore.latest(of: [outlet.id], from: start, to: end, seconds: 3_600, in: connection)[
                outlet.id] ?? [:]
        let replacements = try OutletMarkStore.replacements(of: outlet.id, from: start, to: end, in: connection)
        let marks = try OutletMarkStore.marks(of: [outlet.id], from: start, to: end, in: connection)
            .filter { $0.kind == .abnormal }
        func part(_ item: String, _ hour: Instant) -> Part {
            let reading = readings[hour]?[item]
            if reading?.flag == "F" { return .stopped }
            let isMarked = marks.contains { $0.covers(hour, item: item) }
            if let reading, reading.isValid, !isMarked, let value = reading.value { return .measured(value.rational) }
            return replacements[item]?[hour].map { .replaced($0.value.rational) } ?? .missing
        }
        var amount = OutletAmount()
        let isGas = outlet.text("medium") == "air"
        for offset in stride(from: Int64(0), to: start.seconds(until: end), by: 3_600) {
            let hour = start.adding(seconds: Int(offset))
            amount.add(part(limit.item, hour), part(flowItem, hour), isGas: isGas)
        }
        return amount
    }

    private mutating func add(_ concentration: Part, _ flow: Part, isGas: Bool) {
        func kilograms(_ mean: Rational, _ flow: Rational) -> Rational {
            isGas
                ? EmissionRate.kilograms(gas: mean, cubicMetres: flow * 3_600)
                : EmissionRate.kilograms(water: mean, cubicMetres: flow * Self.cubicMetresAnHour)
        }
        switch (concentration, flow) {
        case (.stopped, _), (_, .stopped): add(.zero, .stopped)
        case (.measured(let mean), .measured(let volume)): add(kilograms(mean, volume), .measured)
        case (.measured(let mean), .replaced(let volume)), (.replaced(let mean), .measured(let volume)),
            (.replaced(let mean), .replaced(let volume)):
            add(kilograms(mean, volume), .replaced)
        case (.missing, _), (_, .missing): add(.zero, .missing)
        }
    }

    /// Of one litre a second.
    private static let cubicMetresAnHour = ExactDecimal(significand: 36, scale: 1)?.rational ?? .zero
}
