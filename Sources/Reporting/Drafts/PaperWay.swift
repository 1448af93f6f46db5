package import Catalog
package import Standards

/// The way of a document from its draft to its publication, as the catalog declares it.
package struct PaperWay: Sendable {
    /// A stage and who takes the deed that ends it.
    package struct Stage: Sendable {
        package let stage: DraftStage
        /// Posts; of 会签 every one has to agree, of the others one of them acts.
        package let roles: [String]
    }

    /// A day by which a stage must be done, in the year after the period.
    package struct Deadline: Sendable {
        package let stage: DraftStage
        package let day: MonthDay
        package let basis: String

        /// The day for a document of a period that ends on a date.
        package func date(for date: CivilDate) -> CivilDate {
            CivilDate(year: date.year + 1, month: day.month, day: day.day) ?? date.adding(years: 1)
        }
    }

    /// A day of any year.
    package struct MonthDay: Sendable {
        package let month: Int
        package let day: Int
    }

    package let header: RuleHeader
    /// The documents that go this way, by their ids.
    package let documents: [String]
    /// In the order in which they are gone through.
    package let stages: [Stage]
    /// Posts that settle 公开属性 and review confidentiality.
    package let secrecyRoles: [String]
    /// Posts that may check the figures of every section besides a second person of the section.
    package let reviewers: [String]
    package let deadlines: [Deadline]

    static let folder = "reporting/ways"

    /// The way of a document on a day; nil for one that is sealed without one, like daily bulletins.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func way(
        of document: String, on date: CivilDate, in catalog: RuleCatalog
    ) throws(CatalogError) -> PaperWay? {
        try all(in: catalog).first { $0.documents.contains(document) && $0.header.effective.contains(date) }
    }

    /// Every way of the catalog.
    ///
    /// - Throws: `CatalogError` with the faults of the files.
    package static func all(in catalog: RuleCatalog) throws(CatalogError) -> [PaperWay] {
        try catalog.reading { () throws(CatalogError) -> [PaperWay] in
            var ways: [PaperWay] = []
            var faults: [CatalogFault] = []
            for file in catalog.files(under: folder) {
                let reader = RuleReader(file)
                ways.append(PaperWay(file, reader))
                faults += reader.faults
            }
            guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
            return ways
        }
    }

    private init(_ file: RuleFile, _ reader: RuleReader) {
        let body = reader.body(keys: ["documents", "stages", "secrecy", "reviewers", "deadlines"])
        header = file.header
        documents = body.texts("documents")
        secrecyRoles = body.texts("secrecy")
        reviewers = body.optionalTexts("reviewers")
        stages = body.list("stages").compactMap { node -> Stage? in
            let row = reader.mapping(node, keys: ["stage", "roles"])
            return row.choice("stage", as: DraftStage.self).map { Stage(stage: $0, roles: row.texts("roles")) }
        }
        let order = stages.map { Draft.order($0.stage) }
        if order != order.sorted() || Set(order).count != order.count || stages.first?.stage != .drafting
            || !stages.contains(where: { $0.stage == .sealing }) || stages.contains(where: { $0.stage == .ended })
        {
            body.refuse(
                "stages",
                .other(
                    message: "环节的次序不对", mend: "从拟稿起，按拟稿、核稿、会签、党组审议、签发、编号、用印、报送、公开的次序写，用印必须有"))
        }
        deadlines = body.optionalList("deadlines").compactMap { node -> Deadline? in
            let row = reader.mapping(node, keys: ["stage", "by", "basis"])
            let parts = row.text("by").split(separator: "-").compactMap { Int($0) }
            guard let stage = row.choice("stage", as: DraftStage.self) else { return nil }
            guard parts.count == 2, CivilDate(year: 2_000, month: parts[0], day: parts[1]) != nil else {
                row.refuse("by", .other(message: "不是月和日", mend: "写成 \"03-01\""))
                return nil
            }
            return Deadline(stage: stage, day: MonthDay(month: parts[0], day: parts[1]), basis: row.text("basis"))
        }
    }

    /// The stage behind another one.
    package func next(after stage: DraftStage) -> DraftStage {
        guard let place = stages.firstIndex(where: { $0.stage == stage }), place + 1 < stages.count else {
            return .ended
        }
        return stages[place + 1].stage
    }

    /// Who takes the deed that ends a stage.
    package func roles(at stage: DraftStage) -> [String] { stages.first { $0.stage == stage }?.roles ?? [] }
}
