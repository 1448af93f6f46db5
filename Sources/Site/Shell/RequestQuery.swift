import Hummingbird
import Records
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

    /// A moment of the ledger as `asof=12`; the present when it is absent.
    ///
    /// - Throws: `SiteError` with `.badParameter` for anything that is no number of a record.
    var asOf: AsOf { get throws(SiteError) { try record("asof").map(AsOf.at) ?? .live } }

    /// The number of a record; nil when it is absent.
    ///
    /// - Throws: `SiteError` with `.badParameter` for anything else.
    func record(_ name: String) throws(SiteError) -> Int64? {
        guard let text = fields.first(name) else { return nil }
        guard let sequence = Int64(text), sequence > 0 else {
            throw SiteError(.badParameter, subject: name, detail: text)
        }
        return sequence
    }

    /// A day, however it came.
    static func date(_ text: String, _ name: String) throws(SiteError) -> CivilDate {
        guard let date = CivilDate(text) else { throw SiteError(.badParameter, subject: name, detail: text) }
        return date
    }
}
