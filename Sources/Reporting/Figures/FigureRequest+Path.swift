extension FigureRequest {
    /// The address of the figure's page: `/figures/<id>?date=<date>&<argument>=<value>`, arguments by name.
    package var path: String {
        let arguments = self.arguments.sorted { $0.key < $1.key }.map { "&\($0.key)=\(Self.encoded($0.value))" }
        return "/figures/\(Self.encoded(id))?date=\(date)\(arguments.joined())"
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return encoded
    }
}
