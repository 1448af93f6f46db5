import HJ212
import Standards

/// One parameter of a command, as the catalog has it: what forms ask and checks demand.
package struct CommandParameter: Sendable, Hashable {
    /// What can be entered.
    package enum Kind: Sendable, Hashable {
        /// A whole number.
        case whole(ClosedRange<Int>)
        /// One of some, with their words.
        case choice([String], titles: [String])
        /// The code of a factor, as devices send it.
        case code
        /// The code of an information (`i13001`).
        case info
        /// A text of so many characters at most.
        case text(longest: Int)
        /// A moment in Beijing time, fourteen digits.
        case time
        /// A moment at which a period begins, fourteen digits.
        case label
        /// A time of day, six digits.
        case clock
    }

    /// The name in records.
    package let name: String
    package let title: String
    package let kind: Kind
    package let isOptional: Bool
    /// The unit in words; empty for none.
    package let unit: String

    /// Whether a text may be sent for it. What would break the grammar of a packet is none.
    func accepts(_ text: String) -> Bool {
        switch kind {
        case .whole(let range): Int(text).map { String($0) == text && range.contains($0) } ?? false
        case .choice(let choices, _): choices.contains(text)
        case .code, .info: (1...16).contains(text.utf8.count) && text.utf8.allSatisfy(Self.isOfCode)
        case .text(let longest):
            (1...longest).contains(text.utf8.count)
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.marks.contains($0) }
        case .time, .label: text.utf8.count == 14 && DataTime(digits: Array(text.utf8)) != nil
        case .clock: text.utf8.count == 6 && DataTime(digits: Array("20000101\(text)".utf8)) != nil
        }
    }

    private static let marks = Set(";,&=#".utf8)

    private static func isOfCode(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
