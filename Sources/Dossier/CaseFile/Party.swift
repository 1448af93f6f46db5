/// Whom a matter is about (当事人).
///
/// Of a natural person everything is a fact about people: it stands beside the ledger (`PersonalState`), the record holds
/// commitments only, and what is empty here was sealed or erased.
package struct Party: Hashable, Sendable {
    /// What kind of person.
    package enum Kind: String, CaseIterable, Sendable {
        /// A legal person or another organisation.
        case entity = "单位"
        /// An individual business: its fines follow those of citizens or of entities as local rules say.
        case business = "个体工商户"
        case citizen = "公民"
    }

    /// Unique in the matter, minted when it is first stated; empty before.
    package var id = ""
    /// The record that states it as it is; 0 before.
    package var sequence: Int64 = 0
    package var kind: Kind
    /// The full name, as on the licence or the identity card.
    package var name: String
    /// The source (一源一档) it is; nil where it is none.
    package var source: String?
    /// 统一社会信用代码 or the number of the identity card.
    package var code: String
    package var address: String
    /// 法定代表人（负责人）; empty of a citizen.
    package var representative: String
    package var telephone: String

    /// A party of which only the name is known.
    package init(
        kind: Kind, name: String, source: String? = nil, code: String = "", address: String = "",
        representative: String = "", telephone: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.source = source
        self.code = code
        self.address = address
        self.representative = representative
        self.telephone = telephone
    }
}
