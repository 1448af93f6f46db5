package import Standards

/// A number of a document that no record of ours gives, with its home (design, rule 8).
package struct StatedValue: Sendable, Hashable {
    /// Where such a number comes from.
    package enum Home: Sendable, Hashable {
        /// 上级核定: the body that settled it, the number of its document and its day; the document is attached.
        case notified(issuer: String, document: String, day: CivilDate, file: String)
        /// 手工: what it was counted from.
        case manual(basis: String)

        /// 上级核定 or 手工.
        package var word: String {
            switch self {
            case .notified: "上级核定"
            case .manual: "手工"
            }
        }
    }

    package let name: String
    /// As printed, a decimal number.
    package let value: String
    package let unit: String
    package let home: Home
    /// Who stated it, by the id of the person.
    package let person: String

    package init(name: String, value: String, unit: String, home: Home, person: String) {
        self.name = name
        self.value = value
        self.unit = unit
        self.home = home
        self.person = person
    }

    /// Where it comes from, in a sentence without its end.
    package var source: String {
        switch home {
        case .notified(let issuer, let document, let day, _): "上级核定：\(issuer) \(document)（\(day)）"
        case .manual(let basis): "手工：\(basis)"
        }
    }
}
