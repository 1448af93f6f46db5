import Hummingbird

/// The address under which the reader of a page reaches the site: for links in files that leave it.
enum SiteAddress {
    /// `http://127.0.0.1:8080`; the host has been checked to be a name of this machine.
    static func of(_ request: Request) -> String? {
        RequestHost.all(of: request).first.map { "http://\($0.authority)" }
    }

    /// A page of the site with the site's address before it.
    static func joined(_ site: String, _ page: SiteURL) -> String {
        (site.hasSuffix("/") ? String(site.dropLast()) : site) + page.path
    }
}
