import Documents
import Ledger
import Standards

/// An object that a file names.
struct ObjectSeed: Hashable {
    let id: String
    let name: String
    let fields: [String: CanonicalValue]
}
