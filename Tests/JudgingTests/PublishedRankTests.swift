import Judging
import Testing

/// Rankings published by Tianjin, through the table of `air rank`.
@Suite(.enabled(if: PublishedFile.has("rankings"), "\(PublishedFile.note)"))
struct PublishedRankTests {
    /// A published file: which of its columns is which of the scheme.
    struct Source: Sendable, CustomTestStringConvertible {
        let path: String
        let scheme: String
        let day: String
        let area: String
        let place: String
        let columns: [(ours: String, theirs: String)]
        var testDescription: String { path }
    }

    private static let air = [
        (ours: "pm25", theirs: "PM2.5浓度(µg/m3)"), (ours: "pm25_change", theirs: "PM2.5改善率(%)"),
        (ours: "good_rate", theirs: "优良天数比率(%)"),
    ]

    static let sources: [Source] = [
        Source(
            path: "rankings/tianjin_air_2022-07.csv", scheme: "TJ-AIR-RANK-2021", day: "2022-07-31", area: "区名",
            place: "排名", columns: air),
        Source(
            path: "rankings/tianjin_air_2023-07.csv", scheme: "TJ-AIR-RANK-2021", day: "2023-07-31", area: "区名",
            place: "排名", columns: air),
        Source(
            path: "rankings/tianjin_water_rank_reward_2021-11.csv", scheme: "TJ-WATER-RANK-2018", day: "2021-11-30",
            area: "辖区", place: "综合排名",
            columns: [
                (ours: "pollution_index", theirs: "综合污染指数排名"), (ours: "pollution_index_change", theirs: "同比变化率排名"),
                (ours: "out_in_ratio", theirs: "出入区浓度比值排名"),
            ]),
    ]

    @Test(arguments: sources)
    func `sixteen of sixteen places are those published, with the money where it was`(source: Source) throws {
        var places: [String: Int] = [:]
        var money: [String: String] = [:]
        var lines = [(["area"] + source.columns.map(\.ours)).joined(separator: ",")]
        var file = try PublishedFile(source.path)
        while let row = try file.next() {
            // The last row of the tables of air is the whole city.
            guard let place = Int(row(source.place)) else { continue }
            let area = row(source.area)
            places[area] = place
            money[area] = row("奖惩结果(万元)")
            // In front, so that the order of the file cannot decide anything.
            lines.insert(([area] + source.columns.map { row($0.theirs) }).joined(separator: ","), at: 1)
        }
        let ranked = try RankedText(lines, scheme: source.scheme, on: source.day, money: true).rows
        var right = 0
        for row in ranked {
            let rank = Int(row["rank"] ?? "") ?? 0
            let equals = ranked.count { $0["rank"] == row["rank"] }
            let place = places[row["area"] ?? ""] ?? 0
            // Equals stand next to each other in the publication, numbered through.
            if (rank..<rank + equals).contains(place) { right += 1 }
            if let published = money[row["area"] ?? ""], !published.isEmpty {
                #expect(row["money"] == published + ".00")
            }
        }
        print("\(source.path): \(right) of \(ranked.count) places as published")
        #expect(right == 16)
        #expect(ranked.count == 16)
    }
}
