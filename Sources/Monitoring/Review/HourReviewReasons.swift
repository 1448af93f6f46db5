package import Catalog
package import Standards

/// The reasons that a reviewer may give, as they are in force on a day.
package struct HourReviewReasons: Sendable {
    static let folder = "monitoring"
    private static let key = "review_reasons"

    /// In the order of their keys.
    package let all: [HourReviewReason]
    /// The ids of the rule files.
    package let rules: [String]

    /// - Parameter date: the day of the decision.
    /// - Throws: `CatalogError` with the faults of the files, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        for file in catalog.files(under: Self.folder, on: date) {
            let reader = RuleReader(file)
            let found = Self.read(reader)
            guard reader.faults.isEmpty else { throw CatalogError(.faulty, faults: reader.faults.sorted()) }
            // A bureau's own file stands before the bundled one and holds.
            if !found.isEmpty {
                all = found.sorted { $0.digit < $1.digit }
                rules = [file.header.id]
                return
            }
        }
        throw CatalogError(.nothingInForce, rule: Self.folder)
    }

    /// The reason of a code; nil when none is offered.
    package func reason(_ code: String) -> HourReviewReason? { all.first { $0.code == code } }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = read(reader)
            return reader.faults
        }.sorted()
    }

    /// The words for each code that was ever offered; of several versions the first that has it.
    package static func titles(in catalog: RuleCatalog) -> [String: String] {
        let all = catalog.files(under: folder).flatMap { read(RuleReader($0)) }
        return Dictionary(all.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    private static func read(_ reader: RuleReader) -> [HourReviewReason] {
        let body = reader.body(keys: [key])
        var digits: Set<Int> = []
        var codes: Set<String> = []
        return body.optionalList(key).map { node in
            let row = reader.mapping(node, keys: ["digit", "code", "title", "cites", "explains"])
            let digit = row.integer("digit", in: 1...9)
            let code = row.text("code")
            if !digits.insert(digit).inserted {
                row.refuse("digit", .other(message: "按键 \(digit) 出现了两次", mend: "每个按键只对应一个理由"))
            }
            if !codes.insert(code).inserted {
                row.refuse("code", .other(message: "理由 \(code) 出现了两次", mend: "每个代码只写一次"))
            }
            return HourReviewReason(
                code: code, digit: digit, title: row.text("title"), needsCitation: row.optionalFlag("cites") ?? false,
                needsNote: row.optionalFlag("explains") ?? false)
        }
    }
}
