/// Where a run leads.
package enum Link: Hashable, Sendable {
    /// An address: `https:`, `http:`, `mailto:`, `tel:`, or a path of our own site beginning with `/`, `?` or `#`.
    /// Any other scheme (`javascript:`, `data:`, `file:`) is shown as plain text.
    case url(String)
    /// A heading, table or picture of the same paper.
    case anchor(String)

    /// The address when it may be followed, with characters a URI must not hold (RFC 3986) percent-encoded.
    static func followable(_ address: String) -> String? {
        let isPath = address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\")
        if !isPath, !address.hasPrefix("?"), !address.hasPrefix("#") {
            let lowered = address.lowercased()
            guard ["https://", "http://", "mailto:", "tel:"].contains(where: lowered.hasPrefix) else { return nil }
        }
        var encoded = ""
        for byte in address.utf8 {
            if isAllowed(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return encoded
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
