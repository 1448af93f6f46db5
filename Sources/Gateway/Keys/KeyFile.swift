import HJ212

/// The text of a file of SM4 keys: a line a key, with its id, the key as 16 characters or 32 hexadecimal digits, and which
/// key of the id it is; the valid one where nothing is said. Lines that are empty or begin with `#` say nothing and stay.
///
/// The lines of an id stand in the order of time: what is proposed is added at the end.
struct KeyFile: Sendable {
    /// A line that is wrong, and not what stands in it: it may hold a key.
    struct Fault: Error, Hashable {
        /// From 1.
        let line: Int
        /// Whether it is a second valid or a second waiting key of its id.
        let isRepeated: Bool
    }

    private enum Line {
        case remark(String)
        case key(Entry)
    }

    private struct Entry {
        let id: String
        let key: CipherKey
        /// The id and the key as they stand in the file.
        let text: String
        var role: KeyRing.Role
        /// The role as it stands in the file; nil where nothing is said.
        var word: String?

        mutating func become(_ role: KeyRing.Role) {
            self.role = role
            word = role.rawValue
        }
    }

    /// Ids are names, in bytes.
    private static let greatestIDBytes = 64

    private var lines: [Line] = []

    /// No keys.
    init() {}

    /// - Throws: `Fault`.
    init(_ text: String) throws(Fault) {
        var taken: Set<String> = []
        // By bytes: to Swift a carriage return and a line feed are one character.
        for (index, bytes) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = Substring(bytes)
            let parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
            guard let first = parts.first, !first.hasPrefix("#") else {
                lines.append(.remark(String(line)))
                continue
            }
            let role = parts.count < 3 ? KeyRing.Role.current : KeyRing.Role(rawValue: parts[2])
            guard (2...3).contains(parts.count), first.utf8.count <= Self.greatestIDBytes, let role,
                let key = Self.key(parts[1])
            else { throw Fault(line: index + 1, isRepeated: false) }
            let id = Self.canonical(first)
            if role != .former, !taken.insert("\(role.rawValue) \(id)").inserted {
                throw Fault(line: index + 1, isRepeated: true)
            }
            lines.append(
                .key(
                    Entry(
                        id: id, key: key, text: "\(first) \(parts[1])", role: role,
                        word: parts.count < 3 ? nil : parts[2])))
        }
    }

    /// Ids are told apart without regard to case, for the number of a device may be one.
    static func canonical(_ id: String) -> String { id.uppercased() }

    private static func key(_ text: String) -> CipherKey? {
        guard text.utf8.count == 32 else { return CipherKey(text: text) }
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 32 else { return nil }
        return CipherKey(bytes: (0..<16).map { UInt8(digits[2 * $0] * 16 + digits[2 * $0 + 1]) })
    }

    /// The keys by their ids.
    var rings: [String: KeyRing] {
        var entries: [String: [Entry]] = [:]
        for case .key(let entry) in lines { entries[entry.id, default: []].append(entry) }
        return entries.mapValues { entries in
            KeyRing(
                current: entries.first { $0.role == .current }?.key,
                proposed: entries.first { $0.role == .proposed }?.key,
                former: entries.reversed().filter { $0.role == .former }.map(\.key))
        }
    }

    /// Adds a key that waits for confirmation. One that waited before stays, for reading.
    ///
    /// - Parameter text: the key as it is to stand in the file.
    mutating func propose(_ key: CipherKey, text: String, for id: String) {
        change(id) { if $0.role == .proposed { $0.become(.former) } }
        let written = lines.lazy.compactMap { line in
            if case .key(let entry) = line, entry.id == id { entry.text.split(separator: " ").first } else { nil }
        }.first.map(String.init)
        let line = Line.key(
            Entry(
                id: id, key: key, text: "\(written ?? id) \(text)", role: .proposed,
                word: KeyRing.Role.proposed.rawValue))
        let last = lines.lastIndex { if case .key(let entry) = $0 { entry.id == id } else { false } }
        lines.insert(line, at: last.map { $0 + 1 } ?? lines.count)
    }

    /// The key that waits becomes the valid one.
    mutating func confirm(_ id: String) {
        change(id) { entry in
            switch entry.role {
            case .current: entry.become(.former)
            case .proposed: entry.become(.current)
            case .former: break
            }
        }
    }

    private mutating func change(_ id: String, _ body: (inout Entry) -> Void) {
        for index in lines.indices {
            guard case .key(var entry) = lines[index], entry.id == id else { continue }
            body(&entry)
            lines[index] = .key(entry)
        }
    }

    /// The file again.
    var text: String {
        lines.map { line in
            switch line {
            case .remark(let text): text
            case .key(let entry): entry.text + (entry.word.map { " \($0)" } ?? "")
            }
        }.joined(separator: "\n")
    }
}

extension KeyFile: CustomStringConvertible, CustomReflectable {
    /// Says nothing of the keys.
    var description: String { "KeyFile" }
    /// Shows nothing of the keys.
    var customMirror: Mirror { Mirror(self, children: []) }
}
