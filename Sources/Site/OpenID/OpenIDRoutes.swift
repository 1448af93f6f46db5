import Accounts
import Hummingbird
import Logging

/// Signing in through another system: the way there and the way back.
struct OpenIDRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.openID) { request, context in
            guard let provider = shell.services.openID, let desk = shell.services.desk else {
                throw SiteError(.notFound)
            }
            let next = RequestQuery(request).text("next") ?? ""
            guard case .nobody = Visitor.current else { return .redirect(to: SignInRoutes.address(next)) }
            do {
                let (address, kept) = try await provider.begin(next: next, at: desk)
                var response = Response.redirect(to: address)
                response.setCookie(OpenIDCookie.set(kept, isSecure: shell.services.isSecure))
                return response
            } catch let error as OpenIDError {
                context.logger.warning("sign-in through the provider not begun", metadata: ["error": "\(error)"])
                return try await Self.refused(error.message, next: next, shell)
            }
        }
        router.get(.openIDReturn) { request, context in
            guard let provider = shell.services.openID, let desk = shell.services.desk else {
                throw SiteError(.notFound)
            }
            let source = RequestSource.address(of: request, context, shell.services)
            if let seconds = try desk.wait(.signIn(from: source), from: source) {
                throw SiteError(.tooManyRequests, detail: String(seconds))
            }
            var next = ""
            do {
                let query = RequestQuery(request)
                let attempt = try desk.openIDTry(
                    request.cookies[OpenIDCookie.name]?.value ?? "", state: query.text("state") ?? "")
                next = attempt.next
                let identity = try await Self.identity(query, attempt, provider, desk)
                let token = try await desk.signIn(
                    identity, from: source, agent: request.headers[.userAgent] ?? "")
                var response = Response.redirect(to: SignInRoutes.address(next))
                response.setCookie(SessionCookie.set(token, isSecure: shell.services.isSecure))
                response.setCookie(OpenIDCookie.cleared(isSecure: shell.services.isSecure))
                return response
            } catch let error as OpenIDError {
                context.logger.warning("sign-in through the provider refused", metadata: ["error": "\(error.code)"])
                if ![.unlinked, .factorNeeded].contains(error.code) { desk.noteRefusedReturn(from: source) }
                return try await Self.refused(error.message, next: next, shell)
            } catch let error as AccountsError {
                return try await Self.refused(error.message, next: next, shell)
            }
        }
    }

    private static func identity(
        _ query: RequestQuery, _ attempt: OpenIDTry, _ provider: OpenIDProvider, _ desk: SignInDesk
    ) async throws -> OpenIDIdentity {
        if let word = query.text("error") { throw OpenIDError(.refused, detail: String(word.prefix(60))) }
        // RFC 9207: an answer of another provider is none of ours.
        if let issuer = query.text("iss"), issuer != provider.settings.issuer, issuer != provider.settings.issuer + "/"
        {
            throw OpenIDError(.unknownTry)
        }
        guard let code = query.text("code") else { throw OpenIDError(.refused, detail: "code") }
        return try await provider.finish(code: code, attempt, at: desk)
    }

    /// The page of signing in, with why it did not work.
    private static func refused(_ message: String, next: String, _ shell: SiteShell) async throws -> Response {
        var response = try await shell.page(.signIn, status: .unprocessableContent) {
            SignInPage(next: next, error: message + "。", in: $0)
        }
        response.setCookie(OpenIDCookie.cleared(isSecure: shell.services.isSecure))
        return response
    }
}
