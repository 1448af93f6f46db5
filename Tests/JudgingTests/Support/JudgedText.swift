import Catalog
import Documents
import Judging

/// A table from text to text, as the commands read and print it.
struct JudgedText {
    /// The output, byte for byte.
    let bytes: [UInt8]
    let counts: JudgedCounts

    static let catalog = Result { try RuleCatalog.load(overlay: nil, environment: [:]) }

    /// Judges hours.
    static func air(
        _ input: [UInt8], chunkBytes: Int = 262_144, options: AirTableOptions = .plain
    ) throws -> JudgedText {
        let table = AirHourlyTable(catalog: try catalog.get(), options: options)
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(input, chunkBytes: chunkBytes)) { bytes += $0 }
        return JudgedText(bytes: bytes, counts: counts)
    }

    /// Judges days.
    static func days(_ input: [UInt8], options: AirTableOptions = .plain) throws -> JudgedText {
        let table = AirDailyTable(catalog: try catalog.get(), options: options)
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(input)) { bytes += $0 }
        return JudgedText(bytes: bytes, counts: counts)
    }

    /// Judges days given as rows below the plain header.
    static func days(
        rows: [String], header: String = "date,station,so2,no2,pm10,pm25,co,o3_8h", options: AirTableOptions = .plain
    ) throws -> JudgedText {
        try days(Array(([header] + rows).joined(separator: "\n").utf8), options: options)
    }

    /// Judges samples of surface water.
    static func water(
        _ input: [UInt8], chunkBytes: Int = 262_144, choice: RuleChoice = .ofTheDay, explains: Bool = false
    ) throws -> JudgedText {
        let table = WaterClassTable(catalog: try catalog.get(), choice: choice, explains: explains)
        var bytes: [UInt8] = []
        let counts = try table.judge(input: ChunkSource(input, chunkBytes: chunkBytes)) { bytes += $0 }
        return JudgedText(bytes: bytes, counts: counts)
    }

    /// Judges hours given as rows below the plain header.
    static func air(rows: [String], options: AirTableOptions = .plain) throws -> JudgedText {
        try air(
            Array((["time,station,so2,no2,pm10,pm25,co,o3"] + rows).joined(separator: "\n").utf8), options: options)
    }

    /// Judges samples given as rows below the plain header.
    static func water(rows: [String]) throws -> JudgedText {
        try water(Array((["time,section,kind,ph,do,codmn,nh3n,tp"] + rows).joined(separator: "\n").utf8))
    }

    /// The output as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of the output without the header.
    var lines: [String] { text.split(separator: "\n").dropFirst().map(String.init) }

    /// The fields of the rows without the header.
    var rows: [[String]] {
        get throws {
            var reader = CSVReader(bytes)
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append(row.strings) }
            return Array(rows.dropFirst())
        }
    }
}
