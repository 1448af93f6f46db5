package import Records

/// The way in of a program that acts for somebody: it can do no more than its owner, and ends.
package struct AccessToken: Hashable, Sendable {
    /// Days for which one may be issued.
    package static let days = 1...366

    package let id: String
    package let login: String
    /// What it is for.
    package let title: String
    package let rights: Set<Permission>
    /// Seconds since 1970-01-01T00:00:00Z.
    package let issued: Int64
    /// Seconds since 1970-01-01T00:00:00Z.
    package let until: Int64
    /// When it was last used, to about a minute; nil when it never was.
    package let used: Int64?
}
