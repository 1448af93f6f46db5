import HTTPTypes
import Hummingbird

/// Where a request came from.
enum RequestSource {
    /// The address of the machine that asks; behind a proxy the one that the proxy names, which is the last in its list: what stands
    /// before it was sent by the asker.
    static func address(of request: Request, _ context: SiteContext, _ services: SiteServices) -> String {
        guard services.isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return context.source }
        return String(last).trimmingBlanks
    }
}
