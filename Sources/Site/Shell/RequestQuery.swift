import Hummingbird
import Standards

/// The parameters of an address, checked.
struct RequestQuery {
    let fields: FormFields

    init(_ request: Request) { fields = FormFields(request.uri.query ?? "") }

    /// A text; nil when it is absent or empty.
    func text(_ name: String) -> String? { fields.first(name) }

    /// A day; nil when it is absent.
    ///
    /// - Throws: `SiteError` with `.badParameter` for anything that is no day.
    func date(_ name: String) throws(SiteError) -> CivilDate? {
        guard let text = fields.first(name) else { return nil }
        return try Self.date(text, name)
    }

    /// The first day of a month; nil when it is absent.
    func month(_ name: String) throws(SiteError) -> CivilDate? {
        guard let text = fields.first(name) else { return nil }
        guard let month = CivilDate(month: text) else { throw SiteError(.badParameter, subject: name, detail: text) }
        return month
    }

    /// A number from 1 on; `otherwise` when it is absent or none.
    func number(_ name: String, otherwise: Int) -> Int {
        fields.first(name).flatMap { Int($0) }.map { max(1, $0) } ?? otherwise
    }

    /// A day, however it came.
    static func date(_ text: String, _ name: String) throws(SiteError) -> CivilDate {
        guard let date = CivilDate(text) else { throw SiteError(.badParameter, subject: name, detail: text) }
        return date
    }
}
