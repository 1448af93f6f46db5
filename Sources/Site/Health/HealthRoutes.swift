import Hummingbird
import Logging

/// 运行状态 for people, and for machines: /healthz and /metrics.
struct HealthRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.health) { _, _ in try await shell.page(.health) { try HealthPage(in: $0) } }
        router.get(.healthProbe) { _, context in
            do {
                let bad = try await shell.read { try HealthReport(in: $0).parts.filter { $0.level == .bad }.map(\.id) }
                return Self.plain(
                    bad.isEmpty ? "ok\n" : "failing: \(bad.joined(separator: ", "))\n", isGood: bad.isEmpty)
            } catch {
                // A store that cannot be asked is what a probe is there to find; the reason is for the log only.
                context.logger.error("health not told", metadata: ["error": "\(error)"])
                return Self.plain("failing: database\n", isGood: false)
            }
        }
        router.get(.metrics) { _, _ in
            let text = try await shell.read { context in
                let sample = try HealthSample(context.services, context.services.monitor, in: context.connection)
                return ServerMetrics.text(sample, context.services)
            }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
    }

    private static func plain(_ text: String, isGood: Bool) -> Response {
        Response(
            status: isGood ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
