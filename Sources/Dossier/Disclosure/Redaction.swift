/// Hides in a text what tells more of people than the public is told: numbers of papers and accounts, telephones, addresses and
/// names.
package struct Redaction: Sendable {
    /// What stands for what was hidden.
    package static let mark = "***"
    /// A run of at least so many digits is a number of a person, a telephone or an account.
    private static let leastDigits = 11
    /// Shorter numbers behind these words are hidden too.
    private static let leads = ["电话", "手机", "传真", "微信", "QQ", "账号", "帐号", "联系方式"]
    /// Numbers stand at most so many signs behind them.
    private static let leadLength = 6

    /// Names of people, of which the first letter stays.
    private let names: [String]
    /// Texts of which nothing stays.
    private let texts: [String]

    package init(names: [String], texts: [String]) {
        // Longer ones first, so that none is cut by a part of it; a single letter would hide half of any text.
        self.names = Set(names).filter { $0.count > 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
        self.texts = Set(texts).filter { $0.count > 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// The name of a person as the public reads it: the first letter, 某 for each of the others.
    package static func masked(_ name: String) -> String {
        name.prefix(1) + String(repeating: "某", count: max(1, name.count - 1))
    }

    /// The text without what is hidden.
    package func clean(_ text: String) -> String {
        var clean = text
        for hidden in texts { clean = clean.replacing(hidden, with: Self.mark) }
        for name in names { clean = clean.replacing(name, with: Self.masked(name)) }
        return Self.withoutNumbers(clean)
    }

    private static func withoutNumbers(_ text: String) -> String {
        var clean: [Character] = []
        var rest = Array(text)[...]
        while let first = rest.first {
            let run = number(at: rest)
            if run.digits >= leastDigits || run.digits >= 5 && isLed(clean) {
                clean += Array(mark)
                rest = rest.dropFirst(run.length)
            } else if run.length > 0 {
                clean += rest.prefix(run.length)
                rest = rest.dropFirst(run.length)
            } else if let length = mail(at: rest, behind: clean.last) {
                clean += Array(mark)
                rest = rest.dropFirst(length)
            } else {
                clean.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(clean)
    }

    private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) || ("０"..."９").contains(sign) }

    /// A run of digits with single blanks or one hyphen between them, and an X at its end.
    private static func number(at text: ArraySlice<Character>) -> (length: Int, digits: Int) {
        var (length, digits, hyphens) = (0, 0, 0)
        var place = text.startIndex
        while place < text.endIndex {
            let sign = text[place]
            let isNextDigit = place + 1 < text.endIndex && isDigit(text[place + 1])
            if isDigit(sign) {
                digits += 1
            } else if digits > 0, sign == " ", isNextDigit {
                // Groups of four, as accounts are written.
            } else if digits > 0, sign == "-" || sign == "—", isNextDigit, hyphens == 0 {
                hyphens += 1
            } else if digits >= 17, sign == "X" || sign == "x" {
                digits += 1
                length += 1
                break
            } else {
                break
            }
            place += 1
            length += 1
        }
        return (length, digits)
    }

    private static func isLed(_ before: [Character]) -> Bool {
        let tail = String(before.suffix(leadLength))
        return leads.contains { tail.contains($0) }
    }

    /// The length of an address of mail; nil where none begins.
    private static func mail(at text: ArraySlice<Character>, behind before: Character?) -> Int? {
        func isPart(_ sign: Character) -> Bool {
            sign.isASCII && (sign.isLetter || sign.isNumber || "._-+".contains(sign))
        }
        if let before, isPart(before) { return nil }
        let name = text.prefix(while: isPart)
        guard !name.isEmpty, text.dropFirst(name.count).first == "@" else { return nil }
        let host = text.dropFirst(name.count + 1).prefix(while: isPart)
        return host.contains(".") ? name.count + 1 + host.count : nil
    }
}
