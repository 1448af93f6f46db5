import Gateway
import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// A packet explained field by field: what stands at which bytes, what it means, what is wrong with it.
struct PacketReading {
    let spans: [EvidencePage.Span]
    let parts: [EvidencePage.Part]
    let dump: String
    /// Verdict, reason and answer.
    let fate: [LabelledText]
    /// The fields of ciphered content; empty when it came clear or no key fits.
    let deciphered: [EvidencePage.Part]

    /// The fields of the content.
    private var content: [EvidencePage.Part] {
        parts.filter { $0.tone == "b-\(PacketAnatomy.Kind.content.rawValue)" }
    }

    init(_ text: PacketText, _ binding: DeviceBinding?, by codes: FactorCodeBook) {
        let raw = text.entry.raw
        let anatomy = PacketAnatomy(raw, packet: text.packet)
        let bytes = PacketBytes(raw, anatomy)
        let issues = PacketIssues(anatomy, text.packet)
        let words = PacketPartWords(text, binding, by: codes)
        dump = bytes.dump
        parts = anatomy.parts.enumerated().map { index, part in
            let last = part.range.upperBound - 1
            return EvidencePage.Part(
                tone: "b-\(part.kind.rawValue)",
                position: part.range.count == 1 ? "\(last)" : "\(part.range.lowerBound)—\(last)",
                section: words.section(part), name: words.name(part, bytes),
                value: words.value(part, bytes), meaning: words.meaning(part), hex: bytes.hex(part.range),
                issues: issues.of(index).map { EvidencePage.Issue(code: $0.rawValue, text: IssueWords.text($0)) })
        }
        spans = zip(anatomy.parts, parts).map { part, row in
            EvidencePage.Span(
                tone: row.tone, text: bytes.text(part.range), title: "\(row.section) \(row.name)：\(row.meaning)",
                hasIssue: !row.issues.isEmpty)
        }
        fate = PacketFate(text, binding).facts
        deciphered = text.plain.map { PacketReading($0, binding, by: codes).content } ?? []
    }
}
