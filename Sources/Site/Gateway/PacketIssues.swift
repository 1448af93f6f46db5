import HJ212

/// The deviations of a packet at the parts in which they are.
struct PacketIssues {
    private var byPart: [Int: [Issue]] = [:]

    /// Those that can be told: a frame is kept without its line end, so that its absence says nothing of the device.
    static func list(_ packet: Packet?) -> [Issue] { (packet?.issues ?? []).filter { $0 != .lineEnd(.none) } }

    init(_ anatomy: PacketAnatomy, _ packet: Packet?) {
        for issue in Self.list(packet) {
            for index in Self.places(of: issue, in: anatomy) { byPart[index, default: []].append(issue) }
        }
    }

    /// Those of a part, by its index.
    func of(_ index: Int) -> [Issue] { byPart[index] ?? [] }

    /// Nowhere for what is missing altogether.
    private static func places(of issue: Issue, in anatomy: PacketAnatomy) -> [Int] {
        func all(_ fits: (PacketAnatomy.Part) -> Bool) -> [Int] {
            anatomy.parts.indices.filter { fits(anatomy.parts[$0]) }
        }
        func head(_ field: HeadField) -> [Int] {
            all { $0.kind == .head && $0.pair?.name.equalsIgnoringCase(field.rawValue) == true }
        }
        switch issue {
        case .noHeader, .lengthShort, .lengthFiveDigits, .lengthMismatch, .segmentTooLong:
            let found = all { $0.kind == .length }
            return found.isEmpty ? all { $0.kind == .mark } : found
        case .extraLineEnd, .lineEnd:
            let found = all { $0.kind == .lineEnd }
            return found.isEmpty ? all { $0.kind == .checksum } : found
        case .checksum, .checksumImpossible, .checksumLowercase: return all { $0.kind == .checksum }
        case .noSemicolonBeforeContent, .contentOpenSingle, .contentOpenMissing:
            return Array(all { $0.kind == .bracket }.prefix(1))
        case .contentCloseMissing, .contentTrailingSemicolon: return Array(all { $0.kind == .content }.suffix(1))
        case .textAfterContent: return all { $0.kind == .other }
        case .contentCiphered: return all { $0.kind == .content }
        case .itemWithoutEquals: return all { $0.kind == .content && $0.pair?.value == nil }
        case .separatorMissing:
            return all { $0.kind == .content && $0.pair?.value?.bytes.contains(UInt8(ascii: "=")) == true }
        case .duplicateName: return repeated(in: anatomy)
        case .emptyField(let field): return head(field)
        case .passwordLength: return head(.pw)
        case .exchangeNumberForm: return head(.qn)
        case .flagNotNumber, .flagContradictsPart: return head(.flag)
        case .partWithoutFlag: return head(.pnum) + head(.pno)
        case .headUnknownName:
            return all { part in
                part.kind == .head && part.pair != nil
                    && !HeadField.allCases.contains { part.pair?.name.equalsIgnoringCase($0.rawValue) == true }
            }
        case .spaceInContent, .spaceInHead, .commaInHead, .headOrder, .groupMixesItems, .textNotUTF8, .missingField:
            return []
        }
    }

    private static func repeated(in anatomy: PacketAnatomy) -> [Int] {
        var seen: Set<String> = []
        return anatomy.parts.indices.filter { index in
            guard anatomy.parts[index].kind == .content, let pair = anatomy.parts[index].pair else { return false }
            return !seen.insert(pair.name.string.lowercased()).inserted
        }
    }
}
