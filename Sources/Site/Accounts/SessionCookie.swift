import Hummingbird

/// The cookie that holds the token of a session: read by no script, sent to no other site, gone with the browser.
enum SessionCookie {
    static let name = "qingheng-session"
    /// Of a token, in hexadecimal digits.
    private static let length = 64

    static func token(in request: Request) -> String? {
        guard let token = request.cookies[name]?.value, token.utf8.count == length else { return nil }
        return token
    }

    /// Hands a token to the browser.
    static func set(_ token: String, isSecure: Bool) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// Takes it back.
    static func cleared(isSecure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
