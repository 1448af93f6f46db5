import Synchronization

/// What rooms made of the files of one catalog. A catalog never changes, so that each thing is read once, also where many
/// transactions ask for it.
final class RuleReadings: Sendable {
    private struct Key: Hashable {
        let type: ObjectIdentifier
        let name: String
    }

    private let kept = Mutex<[Key: any Sendable]>([:])

    /// What was read before under this name, or what reading gives now. Two who ask at once may both read.
    func value<Value: Sendable>(
        _ name: String, _ read: () throws(CatalogError) -> Value
    ) throws(CatalogError) -> Value {
        let key = Key(type: ObjectIdentifier(Value.self), name: name)
        if let known = kept.withLock({ $0[key] }) as? Value { return known }
        let value = try read()
        kept.withLock { $0[key] = value }
        return value
    }
}
