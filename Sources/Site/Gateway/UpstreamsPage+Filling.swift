import Gateway
import Ledger
import Records

extension UpstreamsPage {
    /// - Parameters:
    ///   - attempt: a refused form; nil at first.
    ///   - recorded: the record of a change whose success is told.
    init(attempt: UpstreamAttempt? = nil, recorded: Int64? = nil, in context: PageContext) throws {
        let entries = try UpstreamStore.upstreams(in: context.connection)
        self.init(
            frame: PageFrame(
                "上级平台", in: context, at: .upstreams, notice: try Self.notice(of: recorded, in: context)),
            rows: try entries.map { try Row($0.upstream, in: context) },
            emptyReason: "还没有上级平台，没有任何报文离开本机。在下面填写后，报文从增加之时起转发；此前的报文不补发。",
            form: UpstreamForm(
                attempt ?? UpstreamAttempt(), isNew: true, token: context.services.formToken))
    }

    private static func notice(of sequence: Int64?, in context: PageContext) throws -> String? {
        guard let sequence, let record = try RecordStore.record(sequence, in: context.connection) else { return nil }
        switch record.action {
        case UpstreamActions.upstreamSet: return "上级平台 \(record.subject) 已记入台账第 \(sequence) 条，几秒内生效。"
        case UpstreamActions.upstreamRemoved: return "已停止向 \(record.subject) 转发，记入台账第 \(sequence) 条。"
        default: return nil
        }
    }
}

extension UpstreamsPage.Row {
    init(_ upstream: Upstream, in context: PageContext) throws {
        let state = try UpstreamState(upstream, in: context)
        let commands = ForwardedCommand.allCases.filter(upstream.commands.contains).map(UpstreamWords.command)
        self.init(
            name: upstream.name, id: upstream.id, href: SiteURL.upstream(upstream.id).path,
            address: "\(upstream.host):\(upstream.port)",
            scope: UpstreamWords.devices(upstream.devices) + "；" + commands.joined(separator: "、"),
            formText: upstream.form == .rewritten ? "改写" : "原样", state: state,
            hasTrouble: state.trouble != nil)
    }
}

extension UpstreamState {
    /// How it stands now.
    init(_ upstream: Upstream, in context: PageContext) throws {
        let board = context.services.forwarding
        self.init(
            upstream, status: board?.statuses[upstream.id],
            // A log that cannot be read just now leaves the rest of the page.
            lag: try? board?.lag(of: upstream.id, in: context.archive.packets), now: context.now)
    }
}
