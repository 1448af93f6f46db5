import Hummingbird

/// The parts of a posted multipart/form-data body (RFC 7578): fields of text, and files as they are.
struct MultipartForm: Sendable {
    /// Parts of any form of ours.
    private static let greatestPartCount = 50

    struct Part: Sendable {
        let name: String
        /// The name that the browser gives; nil for a field of text.
        let fileName: String?
        let bytes: [UInt8]
    }

    let parts: [Part]

    /// - Parameter type: the value of Content-Type.
    /// - Returns: nil when the body is not of this form.
    init?(_ body: [UInt8], type: String) {
        guard let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 70 else {
            return nil
        }
        let mark = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        var rest = body[...]
        guard let first = rest.firstRange(of: mark) else { return nil }
        rest = rest[first.upperBound...]
        while !rest.starts(with: Array("--".utf8)) {
            guard parts.count < Self.greatestPartCount, rest.starts(with: [13, 10]),
                let head = rest.firstRange(of: [13, 10, 13, 10] as [UInt8]),
                let end = rest[head.upperBound...].firstRange(of: [13, 10] + mark)
            else { return nil }
            let lines = String(decoding: rest[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
            let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
            if let name = Self.parameter("name", of: String(disposition)) {
                parts.append(
                    Part(
                        name: name, fileName: Self.parameter("filename", of: String(disposition)),
                        bytes: Array(rest[head.upperBound..<end.lowerBound])))
            }
            rest = rest[end.upperBound...]
        }
        self.parts = parts
    }

    /// The text of a field without blanks at its ends; nil when it is not there or empty.
    func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }
            .map { String(decoding: $0.bytes, as: UTF8.self).trimmingBlanks }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The first file of a name; nil when none was chosen.
    func file(_ name: String) -> Part? {
        parts.first { $0.name == name && $0.fileName?.isEmpty == false }
    }

    /// `name="value"` or `name=value` among the parameters of a header. Browsers write `"` in a name as %22.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = String(piece).trimmingBlanks
            guard pair.lowercased().hasPrefix(name + "=") else { continue }
            var value = pair.dropFirst(name.count + 1)
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 { value = value.dropFirst().dropLast() }
            return String(value)
        }
        return nil
    }
}
