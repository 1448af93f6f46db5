import Catalog

/// The rules of the repository, read once: reading them takes longer than what most tests do with them.
enum ShippedRules {
    static let catalog = Result { try RuleCatalog.load(overlay: nil, environment: [:]) }
}
