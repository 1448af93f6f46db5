/// The fields of a query or of a posted form (application/x-www-form-urlencoded), in their order.
struct FormFields: Sendable, Hashable {
    /// More fields than any form of ours has, that of a device with 500 codes included: what exceeds it is left out.
    static let greatestCount = 5_000

    private let fields: [(name: String, value: String)]

    static func == (left: FormFields, right: FormFields) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
    }

    /// Reads `name=value&name=value`; `+` is a blank, `%` begins two hexadecimal digits.
    init(_ text: some StringProtocol) {
        fields = text.utf8.split(separator: UInt8(ascii: "&")).prefix(Self.greatestCount).map { pair in
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (
                PercentCoding.decoded(sides[0], plusIsBlank: true),
                sides.count > 1 ? PercentCoding.decoded(sides[1], plusIsBlank: true) : ""
            )
        }
    }

    /// The first value of a name, without blanks at its ends; nil when the name is not there or the value empty.
    func first(_ name: String) -> String? {
        fields.first { $0.name == name }.map { $0.value.trimmingBlanks }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// All names and values.
    var pairs: [(name: String, value: String)] { fields }

    /// Every value of a name.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Every field except the names given; of several with one name the first.
    func dictionary(without names: Set<String>) -> [String: String] {
        Dictionary(fields.filter { !names.contains($0.name) }.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmingBlanks: String {
        let tail = drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }
}
