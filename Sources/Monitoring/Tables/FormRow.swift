package import Standards

/// A row of a table in a form, by field.
package struct FormRow: Sendable {
    /// The line of the file, or the row of the sheet.
    package let line: Int
    /// What is wrong with the row as a whole; nil for nothing.
    package let fault: String?
    /// What stands under each column, without blanks at its ends.
    package let texts: [String: String]
    private let form: TableForm

    init(line: Int, fault: String?, texts: [String: String], form: TableForm) {
        self.line = line
        self.fault = fault
        self.texts = texts
        self.form = form
    }

    /// The text of a field; empty where there is none.
    package subscript(field: String) -> String { texts[field] ?? "" }

    /// A text that must be there.
    ///
    /// - Throws: `FormRowFault`.
    package func needed(_ field: String) throws(FormRowFault) -> String {
        let text = self[field]
        guard !text.isEmpty else { throw fault(field, "为空，须填写") }
        return text
    }

    /// What a needed word means.
    package func meaning(_ field: String) throws(FormRowFault) -> String {
        let word = try needed(field)
        guard let meaning = form.meaning(of: word, in: field) else {
            throw fault(field, "的“\(word.prefix(20))”不认识，可用：\(form.words(of: field).joined(separator: "、"))")
        }
        return meaning
    }

    /// A needed moment.
    package func moment(_ field: String) throws(FormRowFault) -> Instant {
        let text = try needed(field)
        guard let moment = Self.moment(text) else {
            throw fault(field, "的时间“\(text.prefix(30))”无法识别，应如 2026-11-21 08:00")
        }
        return moment
    }

    /// A needed start of an hour.
    package func hour(_ field: String) throws(FormRowFault) -> Instant {
        let moment = try moment(field)
        guard moment.secondsSince1970 % 3_600 == 0 else { throw fault(field, "的“\(self[field])”不是整点") }
        return moment
    }

    /// A day, or that of a moment.
    package func day(_ field: String) throws(FormRowFault) -> CivilDate {
        let text = try needed(field)
        if let day = CivilDate(text) { return day }
        return try moment(field).beijingDate
    }

    /// A needed number that is not below zero.
    package func amount(_ field: String) throws(FormRowFault) -> ExactDecimal {
        let text = try needed(field)
        guard let value = ExactDecimal(text) else { throw fault(field, "的“\(text.prefix(30))”不是数值") }
        guard !value.isNegative else { throw fault(field, "的“\(text.prefix(30))”小于零") }
        return value
    }

    /// What is wrong with a field, under its title.
    package func fault(_ field: String, _ words: String) -> FormRowFault {
        FormRowFault("“\(form.title(of: field))”\(words)")
    }

    /// A day alone is its beginning.
    private static func moment(_ text: String) -> Instant? {
        if let day = CivilDate(text) { return Instant(beijing: day) }
        return Instant(text) ?? FileTime.parse(text)
    }
}
