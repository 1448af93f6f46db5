import Accounts
import Hummingbird

/// The cookie that holds a try to sign in through a provider, sealed, until the browser comes back.
enum OpenIDCookie {
    static let name = "qingheng-openid"

    static func set(_ kept: String, isSecure: Bool) -> Cookie { cookie(kept, Int(OpenIDTry.seconds), isSecure) }

    /// Takes it back.
    static func cleared(isSecure: Bool) -> Cookie { cookie("", 0, isSecure) }

    private static func cookie(_ value: String, _ maxAge: Int, _ isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: SiteRoute.signIn.rawValue, secure: isSecure,
            httpOnly: true, sameSite: .lax)
    }
}
