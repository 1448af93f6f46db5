package import Catalog
package import Standards

/// A violation (违法行为) with what each law says of it, by the day of the conduct.
package struct Violation: Hashable, Sendable {
    package enum Category: String, CaseIterable, Sendable, Hashable {
        case air, water, soil, noise, waste, assessment, permit, radiation, monitoring, general

        /// As people call it.
        package var word: String {
            switch self {
            case .air: "大气"
            case .water: "水"
            case .soil: "土壤"
            case .noise: "噪声"
            case .waste: "固体废物"
            case .assessment: "环评与三同时"
            case .permit: "排污许可"
            case .radiation: "辐射"
            case .monitoring: "监测"
            case .general: "综合"
            }
        }
    }

    /// E.g. WAT-02.
    package let code: String
    package let title: String
    package let category: Category
    package let description: String
    package let note: String?
    /// Latest first.
    package let provisions: [Provision]
    package let confidence: Confidence

    /// What the law in force on a day says.
    ///
    /// - Parameter date: the day on which the conduct ended.
    /// - Throws: `LawError` with `.noProvision`.
    package func provision(on date: CivilDate) throws(LawError) -> Provision {
        guard let found = provisions.first(where: { $0.effective.contains(date) }) else {
            throw LawError(.noProvision, detail: "\(code) \(title)", date: date)
        }
        return found
    }
}
