import Accounts
import Hummingbird

/// Signing in and out.
struct SignInRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.signIn) { request, _ in
            let next = RequestQuery(request).text("next") ?? ""
            if case .nobody = Visitor.current {
                return try await shell.page(.signIn) { SignInPage(next: next, in: $0) }
            }
            return .redirect(to: Self.address(next))
        }
        router.post(.signIn) { request, context in
            guard let desk = shell.services.desk else { throw SiteError(.notFound) }
            let fields = try await FormFields(posted: request, in: context)
            let next = fields.first("next") ?? ""
            let login = fields.first("login") ?? ""
            let attempt = SignInAttempt(
                login: login, password: fields.all("password").first ?? "", code: fields.first("code"),
                source: RequestSource.address(of: request, context, shell.services),
                agent: request.headers[.userAgent] ?? "")
            do {
                let token = try await desk.signIn(attempt)
                var response = Response.redirect(to: Self.address(next))
                response.setCookie(SessionCookie.set(token, isSecure: shell.services.isSecure))
                return response
            } catch let error as AccountsError {
                let isTooOften = error.code == .tooMany
                var response = try await shell.page(
                    .signIn, status: isTooOften ? .tooManyRequests : .unprocessableContent
                ) {
                    SignInPage(next: next, login: login, error: error.message + "。", in: $0)
                }
                if isTooOften { response.headers[.retryAfter] = error.detail }
                return response
            }
        }
        router.post(.signOut) { request, context in
            guard let desk = shell.services.desk, case .signedIn(let visitor) = Visitor.current else {
                return .redirect(to: SiteURL.signIn().path)
            }
            _ = try await FormFields(posted: request, in: context, by: shell.services)
            try await desk.end(visitor.session.id, of: visitor.account.login, by: visitor.ownActor)
            var response = Response.redirect(to: SiteURL.signIn().path)
            response.setCookie(SessionCookie.cleared(isSecure: shell.services.isSecure))
            return response
        }
    }

    /// Where to go after signing in: an address of this site, never one of another.
    static func address(_ next: String) -> String {
        let isOurs = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\") && !next.contains("\r")
        return isOurs && !next.hasPrefix(SiteURL.signIn().path) && !next.contains("\n") ? next : SiteURL.morning().path
    }
}
