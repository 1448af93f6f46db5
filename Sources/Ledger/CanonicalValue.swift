/// A JSON value in the one form in which records are hashed and stored.
///
/// Canonical bytes are UTF-8 JSON with object keys sorted by code point, no white space, no floating point numbers, and
/// the shortest escapes. Integers stay within ±(2^53 − 1) so that every JSON reader sees the same number; decimals
/// travel as strings. Two equal values therefore have equal bytes, in this program and in any other.
public enum CanonicalValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([CanonicalValue])
    case object([String: CanonicalValue])

    /// The largest integer that every JSON reader represents exactly: 2^53 − 1.
    public static let largestInteger: Int64 = 9_007_199_254_740_991

    /// How deep values may lie in arrays and objects, the outermost value counting as one; bounds the stack against hostile
    /// bytes.
    public static let greatestDepth = 64

    /// The member of an object, or nil when this is no object or has no such member.
    public subscript(key: String) -> CanonicalValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The text when this is a string.
    public var text: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The number when this is an integer.
    public var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The truth value when this is one.
    public var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The elements when this is an array.
    public var elements: [CanonicalValue]? {
        guard case .array(let values) = self else { return nil }
        return values
    }

    /// The members when this is an object.
    public var members: [String: CanonicalValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral elements: CanonicalValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
