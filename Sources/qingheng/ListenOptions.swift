import ArgumentParser
import House

/// Where the server listens.
struct ListenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("网页监听地址", valueName: "主机:端口"))
    var http = "127.0.0.1:8080"

    @Option(help: ArgumentHelp("HJ 212 数采网关监听地址", valueName: "主机:端口"))
    var hj212 = "127.0.0.1:9212"

    @Flag(help: "前面有提供 TLS 的代理（如 nginx）：网页 cookie 只经 TLS 传送，来访地址取代理给出的 X-Forwarded-For")
    var behindProxy = false

    @Option(help: ArgumentHelp("网页的 TLS 证书（PEM，先本机证书，再中间证书）；更换文件后自动使用，收到 SIGHUP 立即使用", valueName: "文件"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("TLS 证书的私钥（PEM），只许本用户读写（chmod 600）", valueName: "文件"))
    var tlsKey: String?

    @Option(
        help: ArgumentHelp(
            "统一认证（OpenID Connect）的设置文件，每行 项=值：issuer、client-id、client-secret、title、address，只许本用户读写（chmod 600）；不加时只用口令登录，不访问外部",
            valueName: "文件"))
    var openid: String?

    @Option(help: ArgumentHelp("对外公布的网页地址，印在定稿的链接和二维码中，如 https://sthj.example.gov.cn；不加时二维码只含编号", valueName: "地址"))
    var site: String?

    func validate() throws {
        if (tlsCertificate == nil) != (tlsKey == nil) {
            throw ValidationError("--tls-certificate 和 --tls-key 要同时给出")
        }
        if let site, !(site.hasPrefix("http://") || site.hasPrefix("https://")) || site.contains(" ") {
            throw ValidationError("网页地址“\(site)”应写成 https://主机名")
        }
        for text in [http, hj212] where ListenAddress(text) == nil {
            throw ValidationError("监听地址“\(text)”应写成 主机:端口，例如 127.0.0.1:8080")
        }
    }

    /// Both addresses; `validate` has seen them.
    func addresses() throws -> (web: ListenAddress, gateway: ListenAddress) {
        guard let web = ListenAddress(http), let gateway = ListenAddress(hj212) else {
            throw ValidationError("监听地址无法识别")
        }
        return (web, gateway)
    }
}
