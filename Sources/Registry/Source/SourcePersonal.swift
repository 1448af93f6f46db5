import Ledger
import Records
package import Storage

/// Facts about people in files of sources: they stand beside the ledger, their commitments in the records. No table of the
/// register copies them; they are read by the record of their claim.
package enum SourcePersonal {
    /// The member of a body that holds commitments by field.
    private static let member = "personal"
    /// What a person without the right to change the register sees of a fact.
    private static let mask: Character = "*"
    /// Digits of a telephone number that stay readable at its end.
    private static let readableDigits = 4

    /// The fields of which a record holds facts.
    static func fields(of record: LedgerRecord) -> [String] { record.body[member]?.members?.keys.sorted() ?? [] }

    /// The facts of the claims that hold in a file, by field; those that were erased or sealed are left out.
    package static func texts(of file: SourceFile, in connection: ReadConnection) throws -> [String: String] {
        var texts: [String: String] = [:]
        for (field, state) in file.fields where state.current.value == nil {
            texts[field] = try text(of: field, in: state.current.sequence, connection)
        }
        return texts
    }

    /// The fact that a record holds of a field; nil where it was erased or sealed.
    package static func text(of field: String, in record: Int64, _ connection: ReadConnection) throws -> String? {
        try PersonalState.value(field, of: record, in: connection).text
    }

    /// A fact for who may not change the register: of a number the last digits, of a name the first letter.
    package static func masked(_ text: String) -> String {
        let isNumber = text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" || $0 == " " }
        if isNumber {
            let hidden = max(0, text.count - readableDigits)
            return String(repeating: mask, count: hidden) + text.suffix(text.count - hidden)
        }
        return text.prefix(1) + String(repeating: mask, count: max(1, text.count - 1))
    }
}
