import Gateway
import HJ212
import Registry
import Standards
import Storage

/// A year of made-up hours of one air station – and, in files, of others around it – as a file or as packets.
struct StationYear {
    static let station = "D001A"
    static let number = "88888880000003F000000001"
    /// The codes of HJ 212 for what the station measures.
    static let channels = [
        DeviceChannel(code: "a21026", item: "so2"), DeviceChannel(code: "a21004", item: "no2"),
        DeviceChannel(code: "a34002", item: "pm10"), DeviceChannel(code: "a34004", item: "pm25"),
        DeviceChannel(code: "a21005", item: "co"), DeviceChannel(code: "a05024", item: "o3"),
    ]
    /// Minutes between two packets of minute data.
    private static let minutes = 5

    /// One hour: in the order of `channels`, in the last digit that is sent (CO in 0.1 mg/m³, the rest in µg/m³).
    private typealias Hour = [Int]

    let year: Int
    let days: Int
    private let hours: [Hour]

    init(year: Int) {
        let first = CivilDate(year: year, month: 1, day: 1) ?? .first
        var chance = RandomSteps(state: 20_261_127)
        var present: Hour = [9, 40, 80, 45, 8, 70]
        let greatest: Hour = [60, 120, 300, 250, 30, 250]
        self.year = year
        days = first.daysInYear
        hours = (0..<days * 24).map { _ in
            for item in present.indices {
                let step = max(2, greatest[item] / 12)
                present[item] = min(
                    max(present[item] + chance.next(below: UInt64(2 * step + 1)) - step, 1), greatest[item])
            }
            return present
        }
    }

    private func start(ofHour hour: Int) -> Instant {
        Instant(beijing: CivilDate(year: year, month: 1, day: 1) ?? .first).adding(seconds: hour * 3_600)
    }

    private static func text(_ value: Int, of item: Int) -> String {
        channels[item].item == "co" ? "\(value / 10).\(value % 10)" : String(value)
    }

    // MARK: - As a file

    /// In the form of the national publication, hour by hour.
    ///
    /// - Parameter stations: how many; the others say what the first one said some hours before.
    func file(stations: Int) -> [UInt8] {
        var text =
            "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,"
            + "pm2_5,pm2_5_24h,o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n"
        for hour in hours.indices {
            let end = start(ofHour: hour + 1)
            let digits = end.beijingHour < 10 ? "0\(end.beijingHour)" : "\(end.beijingHour)"
            let time = "\(end.beijingDate) \(digits):00:00"
            for station in 0..<stations {
                let values = hours[(hour + station * 31) % hours.count]
                let said = values.indices.map { Self.text(values[$0], of: $0) }
                text += "\(time),\(station == 0 ? Self.station : "9\(100 + station)A"),117.2,39.1,示例市,测点\(station),,,"
                text += "\(said[2]),,\(said[3]),,\(said[5]),,,,\(said[1]),,\(said[0]),,\(said[4]),\n"
            }
        }
        return Array(text.utf8)
    }

    // MARK: - As packets

    /// What the station sends of a day: minute data, and the hour behind each hour, the last one after midnight.
    func packets(ofDay day: Int) throws -> [PacketEntry] {
        try (day * 24..<(day + 1) * 24).flatMap { hour in
            let end = start(ofHour: hour + 1).secondsSince1970
            let minutes = try stride(from: 3_600, to: 0, by: -Self.minutes * 60).map { before in
                try entry(
                    of: hour, .minuteData, at: end - Int64(before),
                    received: end - Int64(before - Self.minutes * 60) + 2)
            }
            return minutes + [try entry(of: hour, .hourData, at: end - 3_600, received: end + 3)]
        }
    }

    private func entry(of hour: Int, _ command: CommandNumber, at time: Int64, received: Int64) throws -> PacketEntry {
        var numbers = QNSequence()
        var writer = PacketWriter(
            qn: numbers.next(unixMilliseconds: received * 1_000) ?? "", systemType: .ambientAir, command: command,
            password: "123456", mn: Self.number, flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": DataTime(unixSeconds: time)?.text ?? ""])
        var chance = RandomSteps(state: UInt64(time))
        for (item, channel) in Self.channels.enumerated() {
            let value = hours[hour][item]
            let (low, high) = (chance.next(below: UInt64(value + 1)), value + chance.next(below: UInt64(value + 1)))
            writer.add(
                code: channel.code,
                [
                    (.minimum, Self.text(low, of: item)), (.average, Self.text(value, of: item)),
                    (.maximum, Self.text(high, of: item)), (.flag, "N"),
                ])
        }
        return PacketEntry(
            receivedMilliseconds: received * 1_000, peer: "10.0.0.1:5000", verdict: PacketVerdict.accepted.rawValue,
            raw: try writer.frame())
    }
}
