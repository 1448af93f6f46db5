import ServiceLifecycle

/// The web beside the other services; that it cannot run, as when its port is taken, is said in words.
struct WebService: Service {
    let site: any Service
    let address: ListenAddress

    /// Serves until shut down.
    ///
    /// - Throws: `HouseError` with `.webNotServed`.
    func run() async throws {
        do {
            try await site.run()
        } catch let error where !(error is CancellationError) {
            throw HouseError(.webNotServed, detail: "\(address.host):\(address.port)（\(error)）")
        }
    }
}
