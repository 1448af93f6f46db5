package import Standards

/// A paper of a matter (文书): its present revision, its number, and whether it is signed and back.
package struct CasePaper: Sendable, Hashable {
    package let id: PaperID
    /// The form: `FORM-…`.
    package let form: String
    /// The first day of the version of the form that this revision follows.
    package var formVersion: CivilDate
    /// The name as procedures use it: 行政处罚决定书.
    package let document: String
    /// From 1; each change makes the next.
    package var revision: Int
    /// The record that holds the present revision.
    package var sequence: Int64
    /// What stands in it, by the names of the form's elements.
    package var values: [String: PaperValue]
    /// Its number (文号), as printed; nil before one is given and for forms without.
    package var number: String?
    /// The day on it (落款日期); nil while none stands in it.
    package var day: CivilDate?
    /// Who wrote the present revision.
    package var author: String
    /// That it is signed and back; nil before.
    package var completion: PaperCompletion?
    /// Why it was spoiled (作废登记); nil while it stands.
    package var spoiled: String?

    package init(
        id: PaperID, form: String, formVersion: CivilDate, document: String, revision: Int, sequence: Int64,
        values: [String: PaperValue], author: String
    ) {
        self.id = id
        self.form = form
        self.formVersion = formVersion
        self.document = document
        self.revision = revision
        self.sequence = sequence
        self.values = values
        self.author = author
    }

    package var isSpoiled: Bool { spoiled != nil }
}
