import Ledger
package import Standards

/// What entitles a person: 执法证, 法律职业资格, 持证岗位.
package struct Certificate: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// 行政执法证.
        case enforcement
        /// 法律职业资格.
        case legal
        /// 监测持证上岗.
        case monitoring

        /// Its Chinese name.
        package var title: String {
            switch self {
            case .enforcement: "行政执法证"
            case .legal: "法律职业资格证书"
            case .monitoring: "监测上岗证"
            }
        }
    }

    package let kind: Kind
    package let number: String
    /// What it holds for: area of law, items; empty where it says nothing.
    package let scope: String
    /// Its last day; nil when it does not end.
    package let validTo: CivilDate?

    package init(kind: Kind, number: String, scope: String, validTo: CivilDate?) {
        self.kind = kind
        self.number = number
        self.scope = scope
        self.validTo = validTo
    }

    /// Whether it holds on a day.
    package func isValid(on date: CivilDate) -> Bool { validTo.map { date <= $0 } ?? true }

    var canonical: CanonicalValue {
        [
            "kind": .string(kind.rawValue), "number": .string(number), "scope": .string(scope),
            "validTo": validTo.map { .string($0.description) } ?? .null,
        ]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let kind = value["kind"]?.text.flatMap(Kind.init(rawValue:)), let number = value["number"]?.text,
            !number.isEmpty
        else { return nil }
        let date = value["validTo"]?.text
        if let date, CivilDate(date) == nil { return nil }
        self.init(
            kind: kind, number: number, scope: value["scope"]?.text ?? "", validTo: date.flatMap { CivilDate($0) })
    }
}
