import Documents
import Foundation
import Standards
import Testing

@testable import Monitoring

/// Hours of nine stations as the national platform published them, February to July 2026.
enum PublishedHours {
    static let note = "需要 ../shared/data（或 QINGHENG_SHARED_DATA），未找到，已跳过与公开数据的核对"
    private static let file: URL = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = ProcessInfo.processInfo.environment["QINGHENG_SHARED_DATA"].map(URL.init(fileURLWithPath:))
        return (folder ?? root.appendingPathComponent("../shared/data"))
            .appendingPathComponent("air/cnemc2026_tianjin_A.csv.gz")
    }()
    static let isThere: Bool = {
        let isFound = FileManager.default.fileExists(atPath: file.path)
        if !isFound { print(note) }
        return isFound
    }()

    /// Read once for all tests.
    static let table = Result { try read() }

    /// The file in the columns of `air check`: times with an offset, `NA` as a blank.
    private static func read() throws -> CheckTable {
        let columns = ["so2", "no2", "pm10", "pm2_5", "co", "o3"]
        var reader = CSVReader(GzipReader(ChunkSource(Array(try Data(contentsOf: file)))).expanded)
        let header = CSVHeader(try #require(try reader.next()))
        let places = try (["timepoint", "stationcode"] + columns).map { try #require(header.index(of: $0)) }
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(["time", "station", "so2", "no2", "pm10", "pm25", "co", "o3"])
        while let row = try reader.next() {
            // `2026-03-01T0000` is the end of the hour in Beijing.
            let time = row[places[0]].string
            let values = places[2...].map { row[$0].string == "NA" ? "" : row[$0].string }
            writer.row(["\(time.prefix(13)):00:00+08:00", row[places[1]].string] + values)
        }
        return try CheckTable(ChunkSource(writer.take()))
    }
}
