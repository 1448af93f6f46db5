import Documents
import Judging
import Standards

extension GatheredText {
    /// Assesses periods of surface water.
    static func waterPeriod(_ csv: String, _ options: WaterPeriodOptions) throws -> GatheredText {
        let table = WaterPeriodTable(catalog: try JudgedText.catalog.get(), options: options)
        return try GatheredText(csv) { try table.judge(input: $0, refused: $2, output: $1) }
    }

    /// Ranks areas by CWQI.
    static func waterRank(
        _ csv: String, earlier: String? = nil, on day: CivilDate, explains: Bool = false
    ) throws -> GatheredText {
        let table = try WaterRankTable(catalog: JudgedText.catalog.get(), on: day, explains: explains)
        return try GatheredText(csv) { input, output, refused in
            try table.rank(
                input: input, earlier: earlier.map { ChunkSource(Array($0.utf8)) }, refused: refused, output: output)
        }
    }
}
