import Hummingbird
import Records
import Reporting

/// The pages of printed numbers, and the files that prove them.
struct ClaimRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.claims) { request, _ in
            // Whoever has the name from paper types it here.
            let id = try Self.id(RequestQuery(request).text("id") ?? "")
            return .redirect(to: SiteURL.claim(id).path)
        }
        router.get(.claimBundle) { _, context in
            let id = try Self.id(try context.segment("claim"))
            let bytes = try await Self.bundle(of: id, .open, reason: "", shell.services)
            return FileResponse.zip(bytes, name: Self.name(of: id, .open))
        }
        router.get(.claim) { _, context in
            let id = try Self.id(try context.segment("claim"))
            return try await Self.page(of: id, ProofAttempt(), .ok, shell)
        }
        router.post(.claim) { request, context in
            let id = try Self.id(try context.segment("claim"))
            let fields = try await FormFields(posted: request, in: context)
            var attempt = ProofAttempt(reason: fields.first("reason") ?? "")
            guard shell.services.formToken.isIn(fields) else {
                attempt.error = "页面已过期，没有出具。内容还在，请再提交一次。"
                return try await Self.page(of: id, attempt, .unprocessableContent, shell)
            }
            do {
                let bytes = try await Self.bundle(of: id, .full, reason: attempt.reason, shell.services)
                return FileResponse.zip(bytes, name: Self.name(of: id, .full))
            } catch let error as RecordsError where [.invalid, .notPermitted].contains(error.code) {
                attempt.error = Self.words(error)
                return try await Self.page(of: id, attempt, .unprocessableContent, shell)
            }
        }
    }

    private static func id(_ text: String) throws -> ClaimID {
        guard let id = ClaimID(rawValue: text) else {
            throw ReportingError(.malformedClaimID, subject: text, detail: "")
        }
        return id
    }

    private static func page(
        of id: ClaimID, _ attempt: ProofAttempt, _ status: HTTPResponse.Status, _ shell: SiteShell
    ) async throws -> Response {
        let standing = try await shell.standing(asOf: .live)
        return try await shell.page(.claim, status: status) {
            try ClaimPage(id, attempt, standing: standing, in: $0)
        }
    }

    private static func bundle(
        of id: ClaimID, _ grade: BundleGrade, reason: String, _ services: SiteServices
    ) async throws -> [UInt8] {
        let issue = ProofIssue(
            book: services.book, figures: services.figures, past: services.past, sources: services.sources,
            evidence: services.evidence)
        return try await issue.bundle(of: id, grade: grade, reason: reason, by: services.actor)
    }

    private static func name(of id: ClaimID, _ grade: BundleGrade) -> String {
        "数字凭证 \(id.rawValue) 证明包（\(grade.word)）"
    }

    private static func words(_ error: RecordsError) -> String {
        if error.code == .notPermitted { return "没有出具内部证明包的权限（\(error.detail)），没有出具。" }
        return error.detail == "空" ? "没有写明用途和领取人，没有出具。" : "用途和领取人\(error.detail)，没有出具，请写短一些。"
    }
}
