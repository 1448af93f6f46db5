import House
import Testing

struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8080", "127.0.0.1", 8080, true), ("localhost:0", "localhost", 0, true),
        ("[::1]:9212", "::1", 9212, true),
        ("127.8.9.1:80", "127.8.9.1", 80, true), ("0.0.0.0:8080", "0.0.0.0", 8080, false),
        ("192.168.1.5:80", "192.168.1.5", 80, false), ("example.cn:80", "example.cn", 80, false),
    ])
    func `only addresses of this machine are loopback`(text: String, host: String, port: Int, isLoopback: Bool) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: ["8080", ":8080", "127.0.0.1", "127.0.0.1:99999", "127.0.0.1:http", ""])
    func `anything else is no address`(text: String) { #expect(ListenAddress(text) == nil) }
}
