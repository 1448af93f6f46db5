/// The post that reviews decisions and chooses between laws.
package enum LegalPost {
    /// The id in `Catalog/accounts/roles.yaml`.
    package static let role = "legal"
    static let title = "法规科"
}
