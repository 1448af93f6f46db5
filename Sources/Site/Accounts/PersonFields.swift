import Accounts

/// A person as typed into a form, or as registered.
struct PersonFields: Sendable {
    var name = ""
    var phone = ""
    var unit = ""
    var unitKind = UnitKind.section.rawValue
    var post = ""
    var certificates = ""
    /// The record that the form was made from; nil for somebody new.
    var follows: Int64?

    init() {}

    init(_ fields: FormFields) {
        name = fields.first("name") ?? ""
        phone = fields.first("phone") ?? ""
        unit = fields.first("unit") ?? ""
        unitKind = fields.first("unitKind") ?? ""
        post = fields.first("post") ?? ""
        certificates = fields.first("certificates") ?? ""
        follows = fields.first("follows").flatMap { Int64($0) }
    }

    /// - Parameter unit: where the person works.
    init(_ person: Person, unit: Unit?) {
        name = person.name ?? ""
        phone = person.phone ?? ""
        self.unit = unit?.name ?? ""
        unitKind = unit?.kind.rawValue ?? UnitKind.section.rawValue
        post = person.post
        certificates = AccountWords.lines(person.certificates)
        follows = person.record
    }
}
