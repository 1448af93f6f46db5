import Gateway

/// One upper platform: how its line stands, the form that changes it, the form that removes it.
package struct UpstreamPage: Sendable {
    package let frame: PageFrame
    package let name: String
    package let facts: [LabelledText]
    package let state: UpstreamState
    package let form: UpstreamForm
    /// Where removal is posted to.
    package let removalHref: String
    package let tokenValue: String

    /// - Parameter attempt: a refused form; nil at first.
    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, attempt: UpstreamAttempt? = nil, in context: PageContext) throws {
        guard let entry = try UpstreamStore.upstream(id, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "上级平台", detail: id)
        }
        let upstream = entry.upstream
        let state = try UpstreamState(upstream, in: context)
        let token = context.services.formToken
        let status = context.services.forwarding?.statuses[id]
        let facts = [
            ("状态", state.text, nil), ("最近确认", state.answeredText, nil), ("积压", state.lagText, nil),
            ("已转发", "\(state.packetCount) 个", nil), ("重发", "\(state.resentCount) 个", nil),
            ("不相符的应答", "\(status?.strayAnswers ?? 0) 个", nil),
            ("拒绝的请求", "\(status?.refusedRequests ?? 0) 个", nil),
            ("最近设置", "台账第 \(entry.sequence) 条", SiteURL.record(entry.sequence).path),
        ]
        self.init(
            frame: PageFrame(upstream.name, in: context, at: .upstreams), name: upstream.name,
            facts: facts.map { LabelledText(label: $0.0, value: $0.1, href: $0.2) }, state: state,
            form: UpstreamForm(attempt ?? UpstreamAttempt(upstream), isNew: false, token: token),
            removalHref: SiteURL.upstream(id).path, tokenValue: token.text)
    }

    private init(
        frame: PageFrame, name: String, facts: [LabelledText], state: UpstreamState, form: UpstreamForm,
        removalHref: String, tokenValue: String
    ) {
        self.frame = frame
        self.name = name
        self.facts = facts
        self.state = state
        self.form = form
        self.removalHref = removalHref
        self.tokenValue = tokenValue
    }
}
