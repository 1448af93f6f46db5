import Ledger
import Storage

extension Action {
    /// The member of a body that names who was away: the actor of the record stood in for them.
    package static let actingFor = "actingFor"

    /// The body as it enters the ledger: facts about people are kept beside it and stand in it as commitments.
    ///
    /// - Throws: `RecordsError` with `.invalid` when the body has no room for them.
    func body(of sequence: Int64, with hasher: TreeHasher, in connection: WriteConnection) throws -> CanonicalValue {
        if personal.isEmpty, actor.actingFor == nil { return body }
        guard case .object(var members) = body, members[PersonalState.member] == nil, members[Self.actingFor] == nil
        else {
            throw RecordsError(.invalid, field: PersonalState.member, detail: name)
        }
        members[Self.actingFor] = actor.actingFor.map(CanonicalValue.string)
        if personal.isEmpty { return .object(members) }
        members[PersonalState.member] = try PersonalState.keep(
            personal, of: sequence, with: hasher, in: connection)
        return .object(members)
    }
}
