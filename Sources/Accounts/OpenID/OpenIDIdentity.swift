/// Who came back from the provider.
package struct OpenIDIdentity: Hashable, Sendable {
    package let issuer: String
    /// What the provider calls the person.
    package let subject: String
    /// Whether the provider asked for a second proof.
    package let hasFactor: Bool
}
