import Gateway
import Hummingbird

/// 上级平台: the list, one of them, and the forms posted from both.
struct UpstreamRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        @Sendable func recording() -> UpstreamRecording { UpstreamRecording(services: shell.services) }
        router.get(.upstreams) { request, _ in
            let recorded = RequestQuery(request).text("recorded").flatMap { Int64($0) }
            return try await shell.page(.upstreams) { try UpstreamsPage(recorded: recorded, in: $0) }
        }
        router.get(.upstream) { _, context in
            let id = try context.segment("upstream")
            return try await shell.page(.upstream) { try UpstreamPage(id, in: $0) }
        }
        router.post(.upstreams) { request, context in
            let fields = try await FormFields(posted: request, in: context)
            let attempt = UpstreamAttempt(fields, of: nil, token: shell.services.formToken)
            switch try await recording().set(attempt, isNew: true) {
            case .success(let sequence): return .redirect(to: SiteURL.upstreams(recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.upstreams, status: .unprocessableContent) {
                    try UpstreamsPage(attempt: refused.attempt, in: $0)
                }
            }
        }
        router.post(.upstream) { request, context in
            let id = try context.segment("upstream")
            let fields = try await FormFields(posted: request, in: context)
            let posted = UpstreamAttempt(fields, of: id, token: shell.services.formToken)
            let isRemoval = fields.first("decision") == "remove"
            let result = try await isRemoval ? recording().remove(posted) : recording().set(posted, isNew: false)
            switch result {
            case .success(let sequence): return .redirect(to: SiteURL.upstreams(recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.upstream, status: .unprocessableContent) { page in
                    var attempt = refused.attempt
                    // The form that removes has no other fields: the rest stands as it is set.
                    if isRemoval, let entry = try UpstreamStore.upstream(id, in: page.connection) {
                        attempt = UpstreamAttempt(entry.upstream)
                        attempt.error = refused.attempt.error
                    }
                    return try UpstreamPage(id, attempt: attempt, in: page)
                }
            }
        }
    }
}
