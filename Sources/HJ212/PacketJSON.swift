/// The JSON form of packets printed by `qingheng packet decode`: one object a packet, the same bytes for the same packet.
public enum PacketJSON {
    /// Name under which ciphered content stands in `cp`.
    private static let cipherName = "__cipher__"

    /// The object of a packet, without line end: `valid`, `version`, `length`, `crc`, `head`, `cp`, `issues`, in this order.
    ///
    /// `cp` is a list of groups (divided by `;`) of pairs (divided by `,`); an item without `=` has null for a value.
    /// Text that is not UTF-8 is read as GB 18030; U+FFFD stands for what cannot be read.
    public static func line(for packet: Packet) -> [UInt8] { line(for: packet, cipher: nil) }

    /// The object of a packet, deciphered when a key fits. Of ciphered packets it has a member `cipher` behind `crc`: the key
    /// that was used (`current`, `proposed`, `former`), or why none could be (`DecipherError.Code`). Keys and passwords in
    /// deciphered content are not shown.
    public static func line(for packet: Packet, keys: KeyRing) -> [UInt8] {
        guard packet.isCiphered else { return line(for: packet) }
        do throws(DecipherError) {
            let deciphered = try packet.deciphered(with: keys)
            return line(for: deciphered.packet, cipher: deciphered.role.rawValue)
        } catch {
            return line(for: packet, cipher: error.code.rawValue)
        }
    }

    private static func line(for packet: Packet, cipher: String?) -> [UInt8] {
        var output = JSONWriter()
        output.raw(#"{"valid":"#)
        output.raw(packet.isValid ? "true" : "false")
        output.raw(#","version":"#)
        output.string(packet.version.rawValue.utf8)
        output.raw(#","length":"#)
        output.string((packet.frame.isLengthRight ? "ok" : "wrong").utf8)
        output.raw(#","crc":"#)
        output.string(packet.frame.checksum.verdict.rawValue.utf8)
        if let cipher {
            output.raw(#","cipher":"#)
            output.string(cipher.utf8)
        }
        // Without a length nothing says where the head begins: the frame is shown as not readable.
        let isReadable = packet.frame.declaredLength != nil
        output.raw(#","head":{"#)
        if isReadable { head(of: packet, into: &output) }
        output.raw(#"},"cp":["#)
        if isReadable { content(of: packet, hidesSecrets: cipher != nil, into: &output) }
        output.raw(#"],"issues":["#)
        output.list(packet.issues) { issue, output in output.string(issue.rawValue.utf8) }
        output.raw("]}")
        return output.bytes
    }

    /// The objects of all packets in a stream as a socket delivers it, or in a log with line ends.
    ///
    /// See `Packet.all(in:)` for what counts as a packet.
    /// - Parameter keys: those for a packet, to decipher it with; nil shows ciphered content as it was sent.
    public static func decodeStream(_ bytes: [UInt8], keys: ((Packet) -> KeyRing)? = nil) -> [[UInt8]] {
        Packet.all(in: bytes).map { packet in keys.map { line(for: packet, keys: $0(packet)) } ?? line(for: packet) }
    }

    private static func head(of packet: Packet, into output: inout JSONWriter) {
        var pairs: [(FieldText, FieldText)] = []
        for pair in packet.headPairs {
            guard let value = pair.value else { continue }
            // An object holds each name once: the last value counts, as everywhere.
            if let index = pairs.firstIndex(where: { $0.0 == pair.name }) {
                pairs[index].1 = value
            } else {
                pairs.append((pair.name, value))
            }
        }
        output.list(pairs) { pair, output in
            output.text(pair.0)
            output.raw(":")
            output.text(pair.1)
        }
    }

    private static func content(of packet: Packet, hidesSecrets: Bool, into output: inout JSONWriter) {
        if packet.isCiphered {
            output.raw(#"[["#)
            output.string(cipherName.utf8)
            output.raw(",")
            output.text(packet.content)
            output.raw("]]")
            return
        }
        output.list(packet.groups) { group, output in
            output.raw("[")
            output.list(group) { pair, output in
                output.raw("[")
                output.text(pair.name)
                output.raw(",")
                if hidesSecrets, pair.isSecret {
                    output.string("******".utf8)
                } else if let value = pair.value {
                    output.text(value)
                } else {
                    output.raw("null")
                }
                output.raw("]")
            }
            output.raw("]")
        }
    }
}
