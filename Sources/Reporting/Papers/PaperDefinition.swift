package import Catalog
import Standards

/// A document as the catalog defines it: words, lists and the places where figures stand. No number is written in it.
package struct PaperDefinition: Sendable {
    package let header: RuleHeader
    package let period: FigurePeriod
    /// What its figures rest on, of which a line of it says how fresh, how complete and whether reviewed.
    package let data: Data
    /// What kind of object it is about, one at a time, also the name of the argument that its figures take; nil for none.
    package let about: String?
    package let isLandscape: Bool
    /// Rows that tables repeat over, by name.
    package let lists: [String: FigureSelection]
    package let parts: [PaperPart]
    /// The capability it waits for, in Chinese, where it cannot be made yet; nil for a document that can.
    package let waits: String?

    /// The places where people write.
    package var slots: [PaperSlot] { parts.flatMap(\.slots) }

    package var id: String { header.id }

    /// What lists call the object that the document is about.
    static let object = "object"

    /// What the figures of a document rest on.
    package enum Data: String, CaseIterable, Sendable {
        case air
        case water
        case outlet
        case casework
    }

    /// Reads a definition.
    ///
    /// - Throws: `CatalogError` with every fault of the file.
    ///
    /// - Parameters:
    ///   - views: the documented views; nil leaves the selections unchecked, for who reads a catalog that was checked before.
    ///   - figures: the figures there are; nil as above.
    package init(_ file: RuleFile, views: Set<String>?, figures: Set<String>?) throws(CatalogError) {
        let reader = RuleReader(file)
        let body = reader.body(keys: ["period", "data", "about", "landscape", "lists", "waits", "body"])
        header = file.header
        period = body.choice("period", as: FigurePeriod.self) ?? .day
        data = body.choice("data", as: Data.self) ?? .air
        let about = body.optionalText("about")
        self.about = about
        isLandscape = body.optionalFlag("landscape") ?? false
        var lists: [String: FigureSelection] = [:]
        if let node = body.optional("lists") {
            for entry in reader.openMapping(node, name: "lists").entries {
                let selection = FigureSelection(reader.text(entry.value, name: entry.key))
                if let views,
                    let problem = selection.problem(views: views, arguments: about == nil ? [] : [Self.object])
                {
                    reader.refuse(entry.value, .other(message: problem, mend: "见 Docs/add-a-figure.md"))
                }
                lists[entry.key] = selection
            }
        }
        self.lists = lists
        waits = body.optionalText("waits")
        let parsed = PaperPart.parse(waits == nil ? body.text("body") : body.optionalText("body") ?? "")
        parts = parsed.parts
        for problem in parsed.problems { body.refuse("body", .other(message: problem, mend: "请对照已有文件的写法")) }
        for part in parts {
            for id in part.figureIDs where figures?.contains(id) == false {
                body.refuse(
                    "body",
                    .other(message: "没有编号为“\(id)”的指标", mend: "先在 reporting/figures 中定义，或改正编号"))
            }
            for list in part.lists where lists[list] == nil {
                body.refuse("body", .other(message: "没有名为“\(list)”的列表", mend: "在 lists 中定义，或改正名称"))
            }
        }
        try reader.finish()
    }
}
