import Ledger
import Storage

/// A table, view or index of a projection.
package struct Definition: Sendable {
    package enum Kind: String, Sendable {
        case table = "TABLE"
        case view = "VIEW"
        case index = "INDEX"
    }

    package let kind: Kind
    package let name: String
    /// What follows `CREATE <kind> <name> `.
    package let body: String

    package static func table(_ name: String, _ body: String) -> Definition {
        Definition(kind: .table, name: name, body: body)
    }

    /// A view that figures may select from; its columns are a promise.
    package static func view(_ name: String, _ query: String) -> Definition {
        Definition(kind: .view, name: name, body: "AS \(query)")
    }

    package static func index(_ name: String, on body: String) -> Definition {
        Definition(kind: .index, name: name, body: "ON \(body)")
    }

    var createStatement: String { "CREATE \(kind.rawValue) \(name) \(body)" }
    var dropStatement: String { "DROP \(kind.rawValue) IF EXISTS \(name)" }
}
