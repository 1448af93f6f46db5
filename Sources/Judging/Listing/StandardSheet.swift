package import Catalog
package import Standards

/// One rule with all its versions, contents included: what `standards show` prints.
package struct StandardSheet {
    /// The day on which a version is in force or not.
    package let day: CivilDate
    private let files: [StandardFile]
    private let inForce: Set<StandardFile>

    /// The versions of a rule, the earliest first.
    ///
    /// - Parameters:
    ///   - name: the id, or the number of the instrument (`GB 3838-2002`), capitals and blanks as one likes.
    ///   - onlyInForce: only the versions of `day`.
    /// - Throws: `.unknownRule`; `.nothingInForce` where only that is asked for.
    package init(_ name: String, in catalog: RuleCatalog, day: CivilDate, onlyInForce: Bool) throws(CatalogError) {
        self.day = day
        let all = catalog.standardFiles
        inForce = StandardsList.inForce(all, on: day)
        let exact = all.filter { $0.header.id == name }
        let found = exact.isEmpty ? all.filter { Self.isNamed($0, name) } : exact
        guard !found.isEmpty else { throw CatalogError(.unknownRule, rule: name) }
        let inForce = inForce
        files = onlyInForce ? found.filter(inForce.contains) : found
        guard !files.isEmpty else { throw CatalogError(.nothingInForce, rule: name, date: day) }
    }

    private static func isNamed(_ file: StandardFile, _ name: String) -> Bool {
        let wanted = plain(name)
        return plain(file.header.id) == wanted || plain(file.header.source.instrument) == wanted
    }

    private static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace }.uppercased() }

    /// For programs.
    package var entries: [StandardEntry] {
        files.map { StandardEntry($0, isInForce: inForce.contains($0), withContents: true) }
    }

    /// For a terminal.
    ///
    /// - Parameter dayName: what the day is: `今日`, `日期`.
    package func text(dayName: String) -> String {
        files.map { file in
            let header = file.header
            let state =
                inForce.contains(file)
                ? "\(dayName) \(day) 施行中"
                : header.effective.from > day ? "\(dayName) \(day) 尚未施行" : "\(dayName) \(day) 不适用"
            let facts = [
                ["编号", header.id], ["类别", "\(file.kindName)（\(file.kind)）"],
                ["施行", "\(header.effective.chinese)（\(state)）"],
                ["来源", "\(header.source.instrument)，\(header.source.article)"], ["核对", header.source.verified],
                ["可信程度", header.confidence.chinese], ["文件", file.path + (file.isOverlay ? "（本局规则目录）" : "")],
            ]
            let contents = file.contents.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            return ([header.title] + StandardsList.aligned(facts).map { "  " + $0 } + ["  内容"] + contents)
                .joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension Confidence {
    /// 核对原文, 数据复现, 暂定: for a column.
    package var short: String {
        switch self {
        case .official: "核对原文"
        case .reproduced: "数据复现"
        case .provisional: "暂定"
        }
    }
}
