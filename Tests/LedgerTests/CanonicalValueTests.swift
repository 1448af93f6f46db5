import Ledger
import Testing

struct CanonicalValueTests {
    @Test(arguments: [
        (CanonicalValue.object(["b": 1, "a": [true, nil, "x"]]), #"{"a":[true,null,"x"],"b":1}"#),
        (.object(["é": 1, "z": 2, "😀": 3, "": 4]), #"{"":4,"z":2,"é":1,"😀":3}"#),
        (.string("\"\\\n\r\t\u{8}\u{c}\u{1f}/青"), #""\"\\\n\r\t\b\f\u001f/青""#),
        (.integer(-9_007_199_254_740_991), "-9007199254740991"),
    ])
    func `equal values have one form, sorted by code point and without white space`(
        value: CanonicalValue, text: String
    ) throws {
        #expect(String(decoding: try value.bytes(), as: UTF8.self) == text)
        #expect(try CanonicalValue(canonical: Array(text.utf8)) == value)
    }

    @Test func `an integer that some JSON readers would round is refused`() {
        #expect(throws: LedgerError(.integerOutOfRange, detail: "9007199254740992")) {
            try CanonicalValue.integer(9_007_199_254_740_992).bytes()
        }
    }

    @Test(arguments: [
        #"{"b":1,"a":2}"#, #"{"a":1,"a":1}"#, "{\"a\": 1}", "01", "-0", "1.5", "1e3", #""\u0041""#, #""\/""#, "[1,]",
        "{}x", "", "nul", "\"\\u0009\"", "[", "\"",
    ])
    func `bytes in any other form are refused`(text: String) {
        #expect(throws: LedgerError.self) { try CanonicalValue(canonical: Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: LedgerError.self) { try CanonicalValue(canonical: [0x22, 0xFF, 0x22]) }
    }

    @Test func `nesting beyond any record is refused before the stack ends`() {
        let hostile = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: LedgerError.self) { try CanonicalValue(canonical: hostile) }
    }

    @Test func `what could not be read again is not written`() throws {
        func nested(_ depth: Int) -> CanonicalValue { depth == 1 ? .array([]) : .array([nested(depth - 1)]) }
        let deepest = nested(CanonicalValue.greatestDepth)
        #expect(try CanonicalValue(canonical: deepest.bytes()) == deepest)
        #expect(throws: LedgerError(.nestedTooDeep, detail: "64")) { try CanonicalValue.array([deepest]).bytes() }
    }

    @Test func `random values survive the way to bytes and back`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let value = Self.random(depth: 4, using: &generator)
            #expect(try CanonicalValue(canonical: value.bytes()) == value)
        }
    }

    private static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> CanonicalValue {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(.random(in: -CanonicalValue.largestInteger...CanonicalValue.largestInteger))
        case 3: return .string(text(using: &generator))
        case 4:
            return .array((0..<Int.random(in: 0..<4)).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            let members = (0..<Int.random(in: 0..<4)).map { _ in
                (text(using: &generator), random(depth: depth - 1, using: &generator))
            }
            return .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func text(using generator: inout some RandomNumberGenerator) -> String {
        let alphabet: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "\u{0}", "\u{1f}", "é", "青", "😀", "\u{301}"]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<6, using: &generator) {
            scalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        return String(scalars)
    }
}
