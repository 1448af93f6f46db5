/// Addresses of signing in, of the own account, of people and of the audit.
extension SiteURL {
    /// - Parameter next: where to go then: path and query.
    package static func signIn(next: String? = nil) -> SiteURL { SiteURL(.signIn, query: [("next", next)]) }
    /// - Parameter next: where to go then: path and query.
    package static func openID(next: String? = nil) -> SiteURL { SiteURL(.openID, query: [("next", next)]) }
    package static var signOut: SiteURL { SiteURL(.signOut) }
    package static var own: SiteURL { SiteURL(.own) }
    package static var ownPassword: SiteURL { SiteURL(.ownPassword) }
    package static var ownFactor: SiteURL { SiteURL(.ownFactor) }
    package static func ownSession(_ id: String) -> SiteURL { SiteURL(.ownSession, ["session": id]) }
    package static var ownTokens: SiteURL { SiteURL(.ownTokens) }
    package static func ownToken(_ id: String) -> SiteURL { SiteURL(.ownToken, ["token": id]) }
    package static var ownActing: SiteURL { SiteURL(.ownActing) }
    package static var leaves: SiteURL { SiteURL(.leaves) }
    package static var mine: SiteURL { SiteURL(.mine) }
    package static var people: SiteURL { SiteURL(.people) }
    package static func person(_ id: String) -> SiteURL { SiteURL(.person, ["person": id]) }
    package static func account(_ login: String) -> SiteURL { SiteURL(.account, ["login": login]) }
    /// - Parameters:
    ///   - query: fields of the search.
    package static func audit(_ query: [(String, String?)] = []) -> SiteURL { SiteURL(.audit, query: query) }
}
