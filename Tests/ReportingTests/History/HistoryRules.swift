import Catalog
import Foundation

/// Editions of a small catalog, air only, between which made-up histories switch.
struct HistoryRules {
    /// The first is what the bureau begins with.
    let editions: [RuleCatalog]

    /// The figures that are asked: of all measures that a change can reach.
    static let figures = ["air.year.pm25", "air.day.aqi", "air.day.value", "air.year.gooddays", "own.pm25.worst"]

    init() throws {
        let whole = try RuleCatalog.load(overlay: nil).sourceFiles
        let air = whole.filter { file in
            ["standards/HJ633", "standards/HJ663", "monitoring/", "reporting/figures/air."].contains {
                file.path.hasPrefix($0)
            }
        }
        func text(_ path: String) -> String { air.first { $0.path == path }?.text ?? "" }
        func edition(_ own: [(path: String, text: String)]) throws -> RuleCatalog {
            try RuleCatalog.load(air + own.map { RuleSourceFile(path: $0.path, isOverlay: true, text: $0.text) })
        }
        let statistics = "standards/HJ663-2026.yaml"
        let index = "standards/HJ633-2026.yaml"
        let mean = "reporting/figures/air.year.pm25.yaml"
        let fewHours = text(statistics).replacing("day: {minimum_hours: 20}", with: "day: {minimum_hours: 6}")
        let strict = text(index).replacing("pm25_24h: {at: [0, 35, 60,", with: "pm25_24h: {at: [0, 25, 50,")
        let largest = text(mean).replacing("measure: mean", with: "measure: maximum")
        let own = text(mean).replacing("measure: mean", with: "measure: maximum")
            .replacing("id: air.year.pm25", with: "id: own.pm25.worst")
        editions = [
            try edition([]), try edition([(statistics, fewHours)]), try edition([(index, strict)]),
            try edition([(mean, largest)]),
            try edition([("reporting/figures/own.pm25.worst.yaml", own), (statistics, fewHours)]),
        ]
    }
}
