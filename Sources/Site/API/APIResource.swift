import Ledger
import Records

/// What the API offers of one kind of thing: its list with filters, and one of it by its id. The OpenAPI document is made of these
/// declarations, so it says what is there.
struct APIResource: Sendable {
    /// The last part of its address: `stations`.
    let name: String
    /// What it is, in Chinese.
    let title: String
    /// The right that its readers need.
    let right: Permission
    /// Filters of the list, besides those of every list.
    let parameters: [APIParameter]
    /// Fields besides `id`.
    let fields: [APIField]
    /// Whether it asks itself what lies in a visitor's range, and answers that alone.
    var limitsItself = false
    /// Behind which a page begins: an id.
    var cursor = APIParameter.after
    /// The rows of a page, in the order of their ids, and one more where there are more.
    let list: @Sendable (APIQuery, PageContext) throws -> [APIRow]
    /// One by its id; nil when there is none.
    let item: @Sendable (String, PageContext) throws -> APIRow?

    var allParameters: [APIParameter] { parameters + [.limit, cursor] }

    /// One element as JSON Schema (2020-12).
    var schema: CanonicalValue {
        APIField.schema(of: [APIField(name: "id", form: .text, title: "编号，不变")] + fields)
    }
}
