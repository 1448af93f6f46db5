import Documents
import Standards

/// The units in which columns are read, and the unit a header may name behind a column: `co(mg/m³)`, `leq[dB(A)]`.
///
/// A table in another unit is refused as a whole: every row of it would be judged, and wrongly.
enum ColumnUnit {
    /// The unit of each column that has one, as printed.
    static let expected: [String: String] = {
        var units: [String: String] = [:]
        for item in AirItem.allCases {
            for suffix in ["", "_8h", "_1h", "_p95", "_8h_p90", "_last"] { units[item.rawValue + suffix] = item.unit }
        }
        for item in WaterItem.allCases { units[item.rawValue] = "mg/L" }
        units[WaterItem.ph.rawValue] = "无量纲"
        units[WaterItem.temperature.rawValue] = "℃"
        units[WaterItem.faecalColiform.rawValue] = "个/L"
        units[WaterItem.conductivity.rawValue] = "µS/cm"
        units[WaterItem.turbidity.rawValue] = "NTU"
        units[WaterItem.algae.rawValue] = "cells/L"
        for level in ["leq", "l10", "l50", "l90", "lmax"] { units[level] = "dB(A)" }
        return units
    }()

    /// A name with a unit behind it in brackets; nil for a plain name.
    static func split(_ name: String) -> (column: String, unit: String)? {
        guard let open = name.firstIndex(where: { "(（[".contains($0) }), let last = name.last, ")）]".contains(last)
        else { return nil }
        let unit = name[name.index(after: open)...].dropLast()
        return (CSVHeader.trimmed(name[..<open]), String(unit))
    }

    /// Whether a unit is the one expected, however it is written (`ug/m3`, `μg/m³`).
    static func isExpected(_ unit: String, of column: String) -> Bool {
        expected[column].map { folded($0) == folded(unit) } ?? false
    }

    private static func folded(_ unit: String) -> String {
        var letters = unit.lowercased().filter { !$0.isWhitespace }
            .map { character -> Character in
                switch character {
                case "μ", "µ": "u"
                case "³": "3"
                case "（": "("
                case "）": ")"
                default: character
                }
            }
        if letters == ["°", "c"] { letters = ["℃"] }
        return String(letters)
    }
}
