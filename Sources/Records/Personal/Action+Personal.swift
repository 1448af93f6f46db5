import Ledger
import Storage

extension Action {
    /// The body as it enters the ledger: facts about people are kept beside it and stand in it as commitments.
    ///
    /// - Throws: `RecordsError` with `.invalid` when the body has no room for them.
    func body(of sequence: Int64, with hasher: TreeHasher, in connection: WriteConnection) throws -> CanonicalValue {
        if personal.isEmpty { return body }
        guard case .object(var members) = body, members[PersonalState.member] == nil else {
            throw RecordsError(.invalid, field: PersonalState.member, detail: name)
        }
        members[PersonalState.member] = try PersonalState.keep(
            personal, of: sequence, with: hasher, in: connection)
        return .object(members)
    }
}
