import Foundation
import Standards

extension DeviceSimulator {
    /// Means, extremes and sums of a day, over the hours with flag N; nil when not one hour is there.
    func samples(day date: CivilDate) -> [Sample]? {
        let hours = (0..<24).compactMap { samples(LocalHour(date, hour: $0)) }
        var days: [Sample] = []
        for channel in channels {
            let all = hours.flatMap { $0.filter { $0.channel == channel } }
            let valid = all.filter { $0.flag == "N" }
            let used = valid.isEmpty ? all : valid
            guard let first = used.first else { continue }
            var day = first
            day.value = Self.mean(used.map(\.value))
            day.low = used.map(\.low).min() ?? day.value
            day.high = used.map(\.high).max() ?? day.value
            day.converted = first.converted == nil ? nil : Self.mean(used.compactMap(\.converted))
            day.amount = first.amount == nil ? nil : all.compactMap(\.amount).reduce(0, +)
            days.append(day)
        }
        return days.isEmpty ? nil : days
    }

    private static func mean(_ values: [Int]) -> Int {
        guard !values.isEmpty else { return 0 }
        return Int((Double(values.reduce(0, +)) / Double(values.count)).rounded())
    }

    /// A noise station's day: the fields of HJ 212-2017 C.13 with their values in tenths of dB(A).
    ///
    /// Levels of periods are energy means; night is 22–6 o'clock of the same calendar day, as the loggers reckon it.
    func noiseDay(_ date: CivilDate) -> [(field: String, tenths: Int)] {
        guard case .district(.noise(let index), let script) = origin else { return [] }
        let model = script.noiseModel(index)
        let hours = (0..<24).map { LocalHour(date, hour: $0) }
        let night = hours.filter { $0.hourOfDay < 6 || $0.hourOfDay >= 22 }
        let day = hours.filter { $0.hourOfDay >= 6 && $0.hourOfDay < 22 }
        var fields: [(field: String, tenths: Int)] = []
        for (suffix, part) in [("Data", hours), ("DayData", day), ("NightData", night)] {
            for name in ["L5", "L10", "L50", "L90", "L95"] {
                fields.append(("\(name)-\(suffix)", Self.mean(part.map { model.level(name, at: $0) })))
            }
            let levels = part.map { Double(model.level(at: $0)) }
            switch suffix {
            case "DayData": fields.append(("Ld-DayData", Self.energyMean(levels)))
            case "NightData": fields.append(("Ln-NightData", Self.energyMean(levels)))
            default:
                // Ldn weighs the night by ten decibels.
                let weighted = hours.map { Double(model.level(at: $0)) + (night.contains($0) ? 100 : 0) }
                fields.append(("Ldn-Data", Self.energyMean(weighted)))
            }
            fields.append(("LMx-\(suffix)", part.map { model.level("LMx", at: $0) }.max() ?? 0))
            fields.append(("LMn-\(suffix)", part.map { model.level("LMn", at: $0) }.min() ?? 0))
        }
        return fields
    }

    /// 10 lg of the mean of 10^(L/10), in tenths.
    static func energyMean(_ tenths: [Double]) -> Int {
        let sum = tenths.reduce(0) { $0 + pow(10, $1 / 100) }
        return Int((100 * log10(sum / Double(max(1, tenths.count)))).rounded())
    }
}
