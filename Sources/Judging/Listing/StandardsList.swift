package import Catalog
import Documents
package import Standards

/// Which rules there are, which of them are in force on a day, and how sure each is.
package struct StandardsList {
    /// What a reader may choose.
    package struct Selection: Hashable, Sendable {
        /// The key of a kind; nil for all.
        package let kind: String?
        /// Only what is in force on the day.
        package let onlyInForce: Bool
        /// Only what was not checked against its text.
        package let onlyProvisional: Bool

        package init(kind: String? = nil, onlyInForce: Bool = false, onlyProvisional: Bool = false) {
            self.kind = kind
            self.onlyInForce = onlyInForce
            self.onlyProvisional = onlyProvisional
        }
    }

    /// The day of the list.
    package let day: CivilDate
    private let selection: Selection
    private let files: [StandardFile]
    private let inForce: Set<StandardFile>

    /// - Parameter day: the day on which rules are in force or not; where nobody names one, today, and the list says so.
    package init(catalog: RuleCatalog, day: CivilDate, selection: Selection) {
        self.day = day
        self.selection = selection
        let all = catalog.standardFiles
        inForce = Self.inForce(all, on: day)
        let inForce = inForce
        files = all.filter { file in
            (selection.kind.map { $0 == file.kind } ?? true)
                && (!selection.onlyInForce || inForce.contains(file))
                && (!selection.onlyProvisional || file.header.confidence == .provisional)
        }
    }

    /// The versions in force on a day; where the bureau's own holds, the bundled one of its id does not.
    static func inForce(_ files: [StandardFile], on day: CivilDate) -> Set<StandardFile> {
        let candidates = files.filter { $0.header.effective.contains(day) }
        let own = Set(candidates.filter(\.isOverlay).map(\.header.id))
        return Set(candidates.filter { $0.isOverlay || !own.contains($0.header.id) })
    }

    /// For programs.
    package var entries: [StandardEntry] {
        files.map { StandardEntry($0, isInForce: inForce.contains($0), withContents: false) }
    }

    /// For a terminal: a head that names the day, then one line a version, columns aligned.
    ///
    /// - Parameter dayName: what the day is: `今日`, `日期`.
    package func text(dayName: String) -> String {
        let provisional = files.count { $0.header.confidence == .provisional }
        let current = files.count { inForce.contains($0) }
        let head =
            "\(dayName) \(day)：列出 \(files.count) 项，● 施行中 \(current) 项；"
            + "可信程度：暂定（未核对原文）\(provisional) 项"
        let rows = files.map { file in
            [
                inForce.contains(file) ? "●" : "○", file.header.id, file.header.effective.chinese,
                file.header.confidence.short, file.kindName, file.header.title,
                "\(file.header.source.instrument)，\(file.header.source.article)",
            ]
        }
        return ([head] + Self.aligned([["", "编号", "施行", "可信程度", "类别", "标题", "来源"]] + rows))
            .joined(separator: "\n")
    }

    /// Lines whose columns begin in the same cell of a terminal; no blanks at the end of a line.
    static func aligned(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { column < $0.count ? TextWidth.cells($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, field) in row.enumerated() {
                line += field
                guard column < row.count - 1 else { break }
                line += String(repeating: " ", count: widths[column] - TextWidth.cells(field) + 2)
            }
            return line
        }
    }
}
