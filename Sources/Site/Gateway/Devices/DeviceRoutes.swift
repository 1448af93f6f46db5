import Hummingbird

/// The devices: the list, its CSV, the page of one.
struct DeviceRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.devices) { request, _ in
            let filter = FleetFilter(RequestQuery(request))
            return try await shell.page(.devices) { try DevicesPage(filter, in: $0) }
        }
        router.get(.devicesCSV) { request, _ in
            let filter = FleetFilter(RequestQuery(request))
            let file = try await shell.read { try DeviceCSV(filter, in: $0) }
            return FileResponse.csv(file.bytes, name: file.name)
        }
        router.get(.device) { _, context in
            let mn = try context.segment("mn").uppercased()
            return try await shell.page(.device) { try DevicePage(mn, in: $0) }
        }
    }
}
