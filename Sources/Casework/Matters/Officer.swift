package import Standards

/// An officer named in a step, with the certificate shown.
package struct Officer: Hashable, Sendable {
    /// The id of the person.
    package let person: String
    /// The number of the certificate.
    package let certificate: String
    /// The first and last day on which it is valid.
    package let valid: ClosedRange<CivilDate>

    /// Makes an officer.
    package init(person: String, certificate: String, valid: ClosedRange<CivilDate>) {
        self.person = person
        self.certificate = certificate
        self.valid = valid
    }
}
