import Gateway
import Hummingbird
import Records
import Standards
import Storage

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
        router.get(.devicePacket) { _, context in
            let mn = try context.segment("mn").uppercased()
            let name = try context.segment("fault")
            let address = try await shell.read { page in
                guard let fault = PacketFault(rawValue: name),
                    let packet = try fault.lastPacket(
                        of: mn, before: page.now.secondsSince1970, in: page.connection, from: page.archive.packets)
                else { throw SiteError(.unknownObject, subject: "误码报文", detail: "\(mn) \(name)") }
                return packet.address
            }
            return .redirect(to: SiteURL.packet(address).path)
        }
        router.get(.device) { _, context in
            let mn = try context.segment("mn").uppercased()
            return try await shell.page(.device) { try DevicePage(mn, in: $0) }
        }
    }
}
