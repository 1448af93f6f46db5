import Hummingbird
import Standards

/// The parameters of a request to a list, checked.
struct APIQuery: Sendable {
    private static let usualLimit = 50

    private let values: [String: String]

    /// - Throws: `SiteError` with `.badParameter` for one that the list has not, that comes twice, or that it does not accept.
    init(_ request: Request, of resource: APIResource) throws(SiteError) {
        var values: [String: String] = [:]
        for (name, value) in FormFields(request.uri.query ?? "").pairs {
            guard let parameter = resource.allParameters.first(where: { $0.name == name }), parameter.accepts(value),
                values.updateValue(value, forKey: name) == nil
            else { throw SiteError(.badParameter, subject: name, detail: value) }
        }
        self.values = values
    }

    var limit: Int { values["limit"].flatMap { Int($0) } ?? Self.usualLimit }
    /// The cursor behind which the page begins; nil for the first page.
    var after: String? { values["after"] }

    func text(_ name: String) -> String? { values[name] }
    func date(_ name: String) -> CivilDate? { values[name].flatMap { CivilDate($0) } }

    /// The rows of a page out of all, which are in the order of their ids.
    func page(of rows: [APIRow]) -> [APIRow] {
        let rest = after.map { after in rows.drop { $0.id <= after } } ?? rows[...]
        return Array(rest.prefix(limit + 1))
    }
}
