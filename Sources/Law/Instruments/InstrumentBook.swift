package import Catalog
package import Standards

/// The instruments of law by name and day: what may be cited for a conduct, what for a step.
package struct InstrumentBook: Sendable {
    static let folder = "law"
    static let id = "instruments"

    /// All versions, in the order of the file.
    package let all: [Instrument]

    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog) throws(CatalogError) {
        let files = catalog.files(under: Self.folder).filter { $0.header.id == Self.id }
        guard let file = files.first(where: \.isOverlay) ?? files.first else {
            throw CatalogError(.unknownRule, rule: Self.id)
        }
        let reader = RuleReader(file)
        all = Self.read(file, with: reader)
        try reader.finish()
    }

    /// The versions under a name or short name, earliest first.
    package func versions(of name: String) -> [Instrument] {
        all.filter { $0.name == name || $0.shortNames.contains(name) }
            .sorted { $0.effective.from < $1.effective.from }
    }

    /// The version that may be cited for a day: that of the conduct for substantive law, that of the step for procedure.
    ///
    /// - Throws: `LawError` with `.unknownInstrument`, `.repealed`, `.notYetInForce`.
    package func instrument(_ name: String, on date: CivilDate) throws(LawError) -> Instrument {
        let versions = versions(of: name)
        guard let last = versions.last, let first = versions.first else {
            throw LawError(.unknownInstrument, detail: name)
        }
        if let found = versions.last(where: { $0.effective.contains(date) }) { return found }
        if date < first.effective.from { throw LawError(.notYetInForce, detail: first.title, date: date) }
        let end = versions.last { ($0.effective.to ?? .last) < date } ?? last
        let ended = end.effective.to.map { "自 \($0.adding(days: 1)) 起废止" } ?? ""
        let instead = end.replacement.map { "，现行依据是\($0)" } ?? ""
        throw LawError(.repealed, detail: "\(end.title)\(ended)\(instead)", date: date)
    }

    static func read(_ file: RuleFile, with reader: RuleReader) -> [Instrument] {
        let body = reader.body(keys: ["instruments"])
        var seen: [String: [Effective]] = [:]
        return body.list("instruments").map { node in
            let row = reader.mapping(
                node,
                keys: ["name", "short", "kind", "number", "version", "effective", "replacement", "confidence"])
            let range = row.mapping("effective", keys: ["from", "to"])
            let effective = Effective(from: range.date("from"), to: range.optionalDate("to"))
            let name = row.text("name")
            if seen[name, default: []].contains(where: effective.overlaps) {
                row.refuse(
                    "effective", .other(message: "《\(name)》的两个版本在同一天都有效", mend: "改正前一版本的 to 或后一版本的 from"))
            }
            seen[name, default: []].append(effective)
            return Instrument(
                name: name, shortNames: row.optionalTexts("short"),
                kind: row.choice("kind", as: Instrument.Kind.self) ?? .paper,
                number: row.optionalText("number"), version: row.optionalText("version"), effective: effective,
                replacement: row.optionalText("replacement"),
                confidence: row.optionalChoice("confidence", as: Confidence.self) ?? file.header.confidence)
        }
    }
}
