import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Site

struct LiveServerTests {
    @Test func `a real server answers over HTTP, HEAD included`() async throws {
        let bureau = try await SiteFixture.bureau()
        let service = try makeSiteService(
            try SiteFixture.services(bureau), host: "127.0.0.1", port: 0, logger: Logger(label: "test")
        ) { _ in }
        try await service.test(.live) { client in
            let page = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
            #expect(page.status == .ok)
            #expect(String(buffer: page.body).contains("昨日逐时 AQI"))
            let head = try await client.executeRequest(uri: "/water", method: .head, headers: [:], body: nil)
            #expect(head.status == .ok)
            let missing = try await client.executeRequest(uri: "/nothing", method: .get, headers: [:], body: nil)
            #expect(missing.status == .notFound)
        }
    }
}
