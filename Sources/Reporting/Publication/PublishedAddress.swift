/// The address of a page on which a document was published.
package enum PublishedAddress {
    private static let longest = 500

    /// Why a text is no such address; nil where it is one.
    package static func problem(_ text: String) -> String? {
        guard text.utf8.count <= longest else { return "网址超过 \(longest) 字节" }
        let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme else { return "网址应以 http:// 或 https:// 开头" }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\".unicodeScalars.contains($0)
        }
        // Whoever looks at the address must see the host that it leads to.
        guard isPlain, !host.contains("@"), host.contains("."), host.first != ".", host.last != "." else {
            return "网址不完整或含有不允许的字符"
        }
        return nil
    }
}
