/// One SQL statement with its values.
///
/// Written as a string literal; every interpolated value is bound, never pasted:
/// `"SELECT name FROM registry_object WHERE id = \(id)"`. Placeholders are rendered by the engine that runs it.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// Text and values in the order in which they were written.
    enum Part: Sendable {
        case text(String)
        case value(SQLValue)
    }

    private(set) var parts: [Part]

    package init(stringLiteral value: String) { parts = [.text(value)] }

    package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

    /// Statement text from a trusted source such as a checked catalog file.
    package init(verbatim text: String) { parts = [.text(text)] }

    /// Joins two pieces, keeping the values of both.
    package static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined.parts += right.parts
        return joined
    }

    /// The text with SQLite's placeholders, and the values in their order.
    func renderedForSQLite() -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value(let value):
                text += "?"
                values.append(value)
            }
        }
        return (text, values)
    }

    /// The text with PostgreSQL's placeholders, and the values in their order.
    func renderedForPostgreSQL() -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .value(let value):
                values.append(value)
                text += "$\(values.count)"
            }
        }
        return (text, values)
    }

    /// Collects the pieces of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }

        package mutating func appendInterpolation(_ value: String) { parts.append(.value(.text(value))) }
        package mutating func appendInterpolation(_ value: String?) {
            parts.append(.value(value.map(SQLValue.text) ?? .null))
        }
        package mutating func appendInterpolation(_ value: Int64) { parts.append(.value(.integer(value))) }
        package mutating func appendInterpolation(_ value: Int) { parts.append(.value(.integer(Int64(value)))) }
        package mutating func appendInterpolation(_ value: Int64?) {
            parts.append(.value(value.map(SQLValue.integer) ?? .null))
        }
        package mutating func appendInterpolation(_ value: Bool) { parts.append(.value(.integer(value ? 1 : 0))) }
        package mutating func appendInterpolation(_ value: [UInt8]) { parts.append(.value(.blob(value))) }
        package mutating func appendInterpolation(_ value: SQLValue) { parts.append(.value(value)) }

        /// Splices another statement, with its values, in this place.
        package mutating func appendInterpolation(_ sql: SQL) { parts += sql.parts }

        /// A list of values for `IN (…)`; an empty list renders as `NULL`, which matches nothing.
        package mutating func appendInterpolation(list values: [SQLValue]) {
            if values.isEmpty { parts.append(.text("NULL")) }
            for (index, value) in values.enumerated() {
                if index > 0 { parts.append(.text(",")) }
                parts.append(.value(value))
            }
        }
    }
}
