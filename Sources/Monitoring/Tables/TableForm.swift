package import Catalog
package import Standards

/// The form of a table of the superior's platform: which field stands under which title, and what its words mean. A file of
/// `Catalog/monitoring/tables`.
package struct TableForm: Sendable {
    static let folder = "monitoring/tables"
    private static let key = "table"

    /// A column.
    package struct Column: Sendable, Hashable {
        /// The name of the field in the program.
        package let field: String
        /// What may stand in the head; the first is what we write.
        package let titles: [String]
        /// Whether a file may lack it.
        package let isOptional: Bool
    }

    /// The id of the file.
    package let id: String
    package let title: String
    /// In the order of the form.
    package let columns: [Column]
    /// In how many workdays what a row asks for is due where the row does not say; nil where nothing is.
    package let workdays: Int?
    /// What a word of a field means, by field and word.
    private let meanings: [String: [String: String]]
    /// The words of a field in the order of the file.
    private let wordsByField: [String: [String]]

    /// The form in force on a day.
    ///
    /// - Throws: `CatalogError`: `.unknownRule`, `.nothingInForce`, or the faults of the file.
    package init(_ id: String, _ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        let file = try catalog.file(id: id, under: Self.folder, on: date)
        let reader = RuleReader(file)
        self = Self.read(file, reader)
        guard reader.faults.isEmpty else { throw CatalogError(.faulty, faults: reader.faults.sorted()) }
    }

    private init(
        id: String, title: String, columns: [Column], workdays: Int?, meanings: [String: [String: String]],
        words: [String: [String]]
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.workdays = workdays
        self.meanings = meanings
        wordsByField = words
    }

    /// What a word of a field means; nil where the form does not know it.
    package func meaning(of word: String, in field: String) -> String? { meanings[field]?[word] }

    /// The first word of a field that means something; the meaning itself where there is none.
    package func word(for meaning: String, in field: String) -> String {
        wordsByField[field]?.first { meanings[field]?[$0] == meaning } ?? meaning
    }

    /// The words of a field.
    package func words(of field: String) -> [String] { wordsByField[field] ?? [] }

    /// The title that we write above a field.
    package func title(of field: String) -> String {
        columns.first { $0.field == field }?.titles.first ?? field
    }

    /// Every fault of every version of the files, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = read(file, reader)
            return reader.faults
        }.sorted()
    }

    private static func read(_ file: RuleFile, _ reader: RuleReader) -> TableForm {
        let body = reader.body(keys: [key])
        let content = body.mapping(key, keys: ["columns", "words", "workdays"])
        var titles: Set<String> = []
        let columns = content.list("columns").map { node in
            let row = reader.mapping(node, keys: ["field", "titles", "optional"])
            let names = row.texts("titles")
            if let twice = names.first(where: { !titles.insert($0).inserted }) {
                row.refuse("titles", .other(message: "列名“\(twice)”出现了两次", mend: "每个列名只属于一列"))
            }
            return Column(field: row.text("field"), titles: names, isOptional: row.optionalFlag("optional") ?? false)
        }
        let fields = Set(columns.map(\.field))
        var meanings: [String: [String: String]] = [:]
        var words: [String: [String]] = [:]
        for node in content.optionalList("words") {
            let row = reader.mapping(node, keys: ["field", "word", "means"])
            let (field, word) = (row.text("field"), row.text("word"))
            if !fields.contains(field) {
                row.refuse("field", .other(message: "没有列“\(field)”", mend: "先在 columns 中写明这一列"))
            }
            if meanings[field]?[word] != nil {
                row.refuse("word", .other(message: "词语“\(word)”出现了两次", mend: "每个词语只写一次"))
            }
            meanings[field, default: [:]][word] = row.text("means")
            words[field, default: []].append(word)
        }
        return TableForm(
            id: file.header.id, title: file.header.title, columns: columns,
            workdays: content.optionalInteger("workdays", in: 1...60), meanings: meanings, words: words)
    }
}
