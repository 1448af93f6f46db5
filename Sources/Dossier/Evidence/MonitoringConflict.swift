import Standards

/// Data of a monitor and a sample on the spot that speak of the same pollutant of the same outlet at the same time: where a
/// statutory method was used, the sample prevails (生态环境行政处罚办法（部令第30号）第30条).
package struct MonitoringConflict: Hashable, Sendable {
    /// The numbers of both pieces in the file.
    package let drawn: Int
    package let sample: Int
    package let data: DrawnData
    package let spot: SpotSample

    /// Every pair in a file, of what counts.
    package static func all(in evidence: [EvidenceItem]) -> [MonitoringConflict] {
        let counting = evidence.filter { $0.excluded == nil }
        let drawn = counting.compactMap { item in DrawnData(item).map { (item.number, $0) } }
        let spots = counting.compactMap { item in SpotSample(item).map { (item.number, $0) } }
        return drawn.flatMap { number, data in
            spots.compactMap { other, spot in
                guard data.channel == spot.channel else { return nil }
                let day = Period.day(data.day)
                guard spot.from < day.end, spot.last >= day.start else { return nil }
                return MonitoringConflict(drawn: number, sample: other, data: data, spot: spot)
            }
        }
    }

    /// The hours of the day, by their ends, that the sample covers.
    package var hours: ClosedRange<Int> {
        let day = Period.day(data.day)
        let last = day.end.adding(seconds: -1)
        return max(spot.from, day.start).beijingHour + 1...min(spot.last, last).beijingHour + 1
    }

    /// What holds, for whoever reads the file.
    package var words: String {
        let span = hours.count == 1 ? "\(hours.lowerBound)时" : "\(hours.lowerBound)时至\(hours.upperBound)时"
        let same = "证据 \(sample) 的现场监测（\(spot.result)）与证据 \(drawn) 的自动监测同为 \(data.day) \(span)"
        return spot.isStatutory
            ? "\(same)：这一时段以现场监测为准（生态环境行政处罚办法第30条）。"
            : "\(same)：现场监测没有注明采用法定标准方法，以哪一份为准由承办人说明。"
    }
}
