import Accounts
import Standards

/// Words about people and accounts.
enum AccountWords {
    /// Certificates in one line, each with its end.
    static func certificates(_ certificates: [Certificate], on date: CivilDate) -> String {
        if certificates.isEmpty { return "无" }
        return certificates.map { certificate in
            let end = certificate.validTo.map { "至 \($0)" } ?? "长期"
            let state = certificate.isValid(on: date) ? "" : "，已过期"
            return "\(certificate.kind.title) \(certificate.number)（\(end)\(state)）"
        }.joined(separator: "；")
    }

    /// One line each: 种类 编号 有效期止 范围.
    static func lines(_ certificates: [Certificate]) -> String {
        certificates.map { certificate in
            [
                certificate.kind.title, certificate.number, certificate.validTo?.description ?? "长期", certificate.scope,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        }.joined(separator: "\n")
    }

    /// Reads such lines.
    ///
    /// - Throws: `AccountsError` with `.invalidCertificate` and the line.
    static func certificates(_ text: String) throws(AccountsError) -> [Certificate] {
        var found: [Certificate] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.isEmpty { continue }
            guard words.count >= 3, let kind = Certificate.Kind.allCases.first(where: { $0.title == words[0] }) else {
                throw AccountsError(.invalidCertificate, detail: String(line))
            }
            let date = CivilDate(words[2])
            guard words[2] == "长期" || date != nil else {
                throw AccountsError(.invalidCertificate, detail: String(line))
            }
            found.append(
                Certificate(
                    kind: kind, number: words[1], scope: words.dropFirst(3).joined(separator: " "), validTo: date))
        }
        return found
    }
}
