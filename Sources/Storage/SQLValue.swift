/// A value that a column may hold. There is no floating point: decimals are scaled integers or text.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}
