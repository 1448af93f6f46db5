import Monitoring
import Standards
import Storage
import TestKit

/// Made-up readings, and what a plain list would answer about them.
struct ReadingModel {
    private static let objects = ["S1", "outlet-with-a-long-name"]
    private static let items = ["a21026", "a21026-zs", "w01018", "é"]
    private static let flags = ["N", "N", "N", "N", "", "D", "超限"]

    /// 2026-11-20T00:00+08:00.
    static let origin: Int64 = 1_795_104_000
    static let days: Int64 = 6

    /// Readings as they come in: mostly on time, some late by days, some sent again, some of them imported.
    static func arrivals(_ count: Int, seconds: Int, using generator: inout SeededGenerator) -> [Reading] {
        var readings: [Reading] = []
        while readings.count < count {
            if let earlier = readings.randomElement(using: &generator), Int.random(in: 0..<10, using: &generator) == 0 {
                readings.append(earlier)
                continue
            }
            let span = days * 86_400
            let onTime = span * Int64(readings.count) / Int64(count)
            let late =
                Int.random(in: 0..<8, using: &generator) == 0 ? Int64.random(in: 0...onTime, using: &generator) : 0
            var start = origin + onTime - late + Int64.random(in: 0..<600, using: &generator)
            if seconds > 0 { start -= start % Int64(seconds) }
            let object = objects[Int.random(in: 0..<objects.count, using: &generator)]
            let arrived = (origin + onTime) * 1000 + Int64.random(in: 0..<60_000, using: &generator)
            let origin: ReadingOrigin =
                Int.random(in: 0..<20, using: &generator) == 0
                ? .importRow(batch: Int64.random(in: 1...3, using: &generator), line: arrived)
                : .packet(PacketAddress(rawValue: arrived))
            for item in items where Int.random(in: 0..<4, using: &generator) > 0 {
                readings.append(
                    Reading(
                        series: SeriesKey(object: object, item: item, seconds: seconds),
                        start: Instant(secondsSince1970: start), arrivedMilliseconds: arrived, origin: origin,
                        value: value(using: &generator), isBelowDetection: Bool.random(using: &generator),
                        flag: flags[Int.random(in: 0..<flags.count, using: &generator)]))
            }
        }
        return readings
    }

    private static func value(using generator: inout SeededGenerator) -> ExactDecimal? {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: nil
        case 1: ExactDecimal(significand: .random(in: .min ... .max, using: &generator), scale: 18)
        case 2: ExactDecimal(significand: -Int64.random(in: 0..<300, using: &generator), scale: 1)
        default:
            ExactDecimal(
                significand: .random(in: 0..<9_999, using: &generator), scale: .random(in: 0...3, using: &generator))
        }
    }

    /// What a list of everything that arrived says of a span.
    static func answer(
        _ arrivals: [Reading], from start: Int64, to end: Int64, object: String?, item: String?
    ) -> [String] {
        var seen: Set<String> = []
        return arrivals.filter { reading in
            (start..<end).contains(reading.start.secondsSince1970)
                && object ?? reading.series.object == reading.series.object
                && item ?? reading.series.item == reading.series.item && seen.insert("\(key(reading))").inserted
        }.sorted { key($0) < key($1) }.map(text)
    }

    /// All of a reading, with the decimals as sent.
    static func text(_ reading: Reading) -> String {
        "\(reading) \(reading.value?.description ?? "none")"
    }

    private static func key(_ reading: Reading) -> (Int64, Int64, Int64, Int64, Int64) {
        let place: (Int64, Int64) =
            switch reading.origin {
            case .packet(let address): (0, address.rawValue)
            case .importRow(let batch, let line): (batch, line)
            case .manual(let record, let line): (-record, line)
            }
        return (reading.start.secondsSince1970, reading.series.id, reading.arrivedMilliseconds, place.0, place.1)
    }
}
